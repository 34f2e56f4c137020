namespace CenterDirectory.Importers.Formats.Calendar;

/// <summary>A component, such as an event or a time zone, with its properties and parts.</summary>
internal sealed class CalendarComponent(string name, int row)
{
    public string Name => name;

    /// <summary>Line of the file on which it begins.</summary>
    public int Row => row;

    public List<CalendarLine> Properties { get; } = [];

    public List<CalendarComponent> Parts { get; } = [];

    public CalendarLine? Property(string property) => Properties.Find(line => line.Name == property);

    public IEnumerable<CalendarLine> All(string property) => Properties.Where(line => line.Name == property);

    /// <summary>The property as text without white space around it; null if it is absent or empty.</summary>
    public string? Text(string property) => Property(property) is { } line && CellText.Trim(line.Text) is { Length: > 0 } text ? text : null;
}
