namespace CenterDirectory.GraphQL.Types;

/// <summary>An argument or input field for which «not given» means something else than null (3.6.1).</summary>
/// <typeparam name="T">C# type of the value; nullable, so that it can be left out.</typeparam>
public readonly record struct Optional<T> : IOptional
{
    /// <summary>A value that was given, possibly null.</summary>
    public Optional(T? value)
    {
        Value = value;
        HasValue = true;
    }

    /// <summary>The value; the default of its type if none was given.</summary>
    public T? Value { get; }

    /// <summary>Whether it was given.</summary>
    public bool HasValue { get; }

    object? IOptional.Value => Value;

    public override string ToString() => HasValue ? $"{Value}" : "(absent)";
}

/// <summary>An <see cref="Optional{T}"/> of any type, for who goes through all fields of an input object.</summary>
public interface IOptional
{
    /// <summary>Whether it was given.</summary>
    bool HasValue { get; }

    /// <summary>The value; null if none was given.</summary>
    object? Value { get; }
}
