using CenterDirectory.Importers.Records;

namespace CenterDirectory.Importers.Planning;

/// <summary>
/// Finds places by numbers that are as good as random. A dictionary of the platform does the same in more memory, and the runtime would have to
/// compile it for such numbers at each start.
/// </summary>
internal sealed class PlaceIndex
{
    private Fingerprint[] numbers;
    private int[] slots;

    /// <summary>Makes one.</summary>
    /// <param name="count">How many places there probably are.</param>
    public PlaceIndex(int count) => (numbers, slots) = (new Fingerprint[count], SlotsFor(count));

    /// <summary>The number of a place; none if it has none.</summary>
    public Fingerprint this[int place] => place < numbers.Length ? numbers[place] : default;

    /// <summary>Gives a place its number. Of places with one number the first is found.</summary>
    public void Add(Fingerprint number, int place)
    {
        if (place >= numbers.Length)
        {
            Grow(place + 1);
        }

        numbers[place] = number;
        Enter(place);
    }

    /// <summary>The place of a number; -1 if there is none.</summary>
    public int Find(Fingerprint number)
    {
        for (var at = First(number); slots[at] != 0; at = Next(at))
        {
            if (numbers[slots[at] - 1].Equals(number))
            {
                return slots[at] - 1;
            }
        }

        return -1;
    }

    private static int[] SlotsFor(int count)
    {
        var size = 4;
        while (size < count + (count / 2))
        {
            size *= 2;
        }

        return new int[size];
    }

    private void Grow(int count)
    {
        var before = numbers.Length;
        Array.Resize(ref numbers, Math.Max(count, 2 * before));
        slots = SlotsFor(numbers.Length);
        for (var place = 0; place < before; place++)
        {
            if (!numbers[place].IsNone)
            {
                Enter(place);
            }
        }
    }

    private void Enter(int place)
    {
        var at = First(numbers[place]);
        while (slots[at] != 0)
        {
            at = Next(at);
        }

        // 0 is a slot without a place.
        slots[at] = place + 1;
    }

    private int First(Fingerprint number) => (int)number.Low & (slots.Length - 1);

    private int Next(int at) => (at + 1) & (slots.Length - 1);
}
