using System.Reflection;
using CenterDirectory.Api.Schema.Editing.Inputs;
using CenterDirectory.GraphQL.Types;

namespace CenterDirectory.Api.Manage.Forms;

/// <summary>What a form changes, to be put into the input of a mutation: the same that a program would send.</summary>
internal sealed class CardDraft
{
    private readonly Dictionary<string, object?> values = [];
    private readonly List<string> emptied = [];

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => values.Count == 0 && emptied.Count == 0;

    /// <summary>The value of a field; null withdraws ours.</summary>
    public void Set(FormField field, object? value) => values[field.Name] = value;

    /// <summary>States that there is none, whatever others say.</summary>
    public void Empty(FormField field) => emptied.Add(field.Input);

    /// <summary>The input object.</summary>
    public T Build<T>()
        where T : class, new()
    {
        var card = new T();
        foreach (var input in values.GroupBy(pair => pair.Key.Split('.')[0]))
        {
            Put(card, input.Key, input.First().Key == input.Key ? input.First().Value : Texts(input));
        }

        if (emptied.Count > 0)
        {
            typeof(T).GetProperty(nameof(CenterInput.EmptyFields))!.SetValue(card, emptied.Distinct().ToList());
        }

        return card;
    }

    private static LocalizedTextInput Texts(IEnumerable<KeyValuePair<string, object?>> texts)
    {
        var text = new LocalizedTextInput();
        foreach (var (name, value) in texts)
        {
            Put(text, name.Split('.')[1], value);
        }

        return text;
    }

    /// <summary>An optional of whatever type; input objects are filled once, by whoever makes them, so their properties only look final.</summary>
    private static void Put(object target, string name, object? value)
    {
        var property = PropertyOf(target, name) ?? PropertyOf(target, name + "Id") ?? throw new ArgumentException($"{target.GetType().Name} has no field {name}.", nameof(name));
        property.SetValue(target, property.PropertyType.GetConstructor([property.PropertyType.GetGenericArguments()[0]])!.Invoke([value]));
    }

    private static PropertyInfo? PropertyOf(object target, string name) =>
        target.GetType().GetProperties().FirstOrDefault(property => Naming.Camel(property.Name) == name);
}
