using System.Data.Common;

namespace CenterDirectory.GraphQL.Data.Reading;

/// <summary>A statement that was translated once: its text, how values become parameters, how a row becomes an object.</summary>
/// <param name="Sql">The text.</param>
/// <param name="Operands">Its parameters; null if values must be translated by EF each time.</param>
/// <param name="Columns">Number of its columns.</param>
/// <param name="Read">Reads the row that a reader is on.</param>
internal sealed record ReadStatement<TRow>(string Sql, IReadOnlyList<Operand>? Operands, int Columns, Func<DbDataReader, TRow> Read)
{
    /// <summary>Puts new values into a command of this statement.</summary>
    public void Bind(DbCommand command, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < Operands!.Count; i++)
        {
            command.Parameters[i].Value = Operands[i].Store(Operands[i].Index is { } index ? values[index] : null);
        }
    }

    /// <summary>Gives a new command the text and the parameters.</summary>
    public void Prepare(DbCommand command)
    {
        command.CommandText = Sql;
        foreach (var operand in Operands!)
        {
            var parameter = operand.Prototype is ICloneable cloneable ? (DbParameter)cloneable.Clone() : command.CreateParameter();
            parameter.ParameterName = operand.Prototype.ParameterName;
            command.Parameters.Add(parameter);
        }
    }
}

/// <summary>A parameter of a statement.</summary>
/// <param name="Index">Which value it holds; null if it is always the same.</param>
/// <param name="Prototype">The parameter as EF made it.</param>
/// <param name="Store">The value as the database stores it.</param>
internal sealed record Operand(int? Index, DbParameter Prototype, Func<object?, object?> Store);
