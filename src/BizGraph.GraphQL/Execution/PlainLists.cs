using System.Text.Json;
using BizGraph.GraphQL.Types;

namespace BizGraph.GraphQL.Execution;

/// <summary>Lists of plain numbers and text that go to the response as they are, without a boxed value per item.</summary>
static class PlainLists
{
    /// <summary>Whether the list holds nothing but values that its item type writes unchanged.</summary>
    public static bool Fits(GraphType item, object list)
    {
        var type = item.Nullable;
        return list switch
        {
            IReadOnlyList<int> => ReferenceEquals(type, Scalars.Int),
            IReadOnlyList<double> numbers => ReferenceEquals(type, Scalars.Float) && AllFinite(numbers),
            IReadOnlyList<string?> texts => (ReferenceEquals(type, Scalars.String) || ReferenceEquals(type, Scalars.Id))
                && NoneNull(texts),
            _ => false,
        };
    }

    public static void Write(Utf8JsonWriter writer, object list)
    {
        writer.WriteStartArray();
        if (list is IReadOnlyList<int> whole)
            for (var i = 0; i < whole.Count; i++)
                writer.WriteNumberValue(whole[i]);
        else if (list is IReadOnlyList<double> numbers)
            for (var i = 0; i < numbers.Count; i++)
                writer.WriteNumberValue(numbers[i]);
        else if (list is IReadOnlyList<string> texts)
            for (var i = 0; i < texts.Count; i++)
                writer.WriteStringValue(texts[i]);
        writer.WriteEndArray();
    }

    static bool AllFinite(IReadOnlyList<double> numbers)
    {
        for (var i = 0; i < numbers.Count; i++)
            if (!double.IsFinite(numbers[i]))
                return false;
        return true;
    }

    static bool NoneNull(IReadOnlyList<string?> texts)
    {
        for (var i = 0; i < texts.Count; i++)
            if (texts[i] is null)
                return false;
        return true;
    }
}
