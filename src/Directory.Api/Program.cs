using CenterDirectory.Api.Schema;
System.Console.Write(CenterDirectory.GraphQL.Types.SchemaPrinter.Print(DirectorySchema.Build()));
