using System.CommandLine;
using CenterDirectory.Api.Schema;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Commands;

/// <summary><c>schema print</c>: the public schema as SDL.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var print = new Command("print", Words.Pick("Напечатать схему GraphQL (SDL).", "Print the GraphQL schema (SDL)."));
        print.SetAction(_ =>
        {
            Console.Write(SchemaPrinter.Print(DirectorySchema.Build()));
            return ExitCodes.Done;
        });
        return new Command("schema", Words.Pick("Схема GraphQL.", "The GraphQL schema.")) { print };
    }
}
