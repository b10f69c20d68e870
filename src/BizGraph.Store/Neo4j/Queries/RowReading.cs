using System.Text.Json;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Reads the values of a row one after the other.</summary>
static class RowReading
{
    /// <summary>Goes into the row.</summary>
    public static void Begin(this ref Utf8JsonReader row) => row.Read();

    public static long NextLong(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.GetInt64();
    }

    public static long? NextLongOrNull(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.TokenType == JsonTokenType.Null ? null : row.GetInt64();
    }

    public static bool NextBool(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.TokenType == JsonTokenType.True;
    }

    public static string NextText(this ref Utf8JsonReader row) => row.NextTextOrNull()!;

    public static string? NextTextOrNull(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.GetString();
    }

    public static List<string> NextTexts(this ref Utf8JsonReader row)
    {
        row.Read();
        return row.Texts();
    }

    /// <summary>The texts of the list that the reader stands at.</summary>
    public static List<string> Texts(this ref Utf8JsonReader row)
    {
        var texts = new List<string>();
        while (row.TokenType != JsonTokenType.Null && row.Read() && row.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(row.GetString()!);
        }

        return texts;
    }

    public static List<long> NextLongs(this ref Utf8JsonReader row)
    {
        var numbers = new List<long>();
        row.Read();
        while (row.Read() && row.TokenType == JsonTokenType.Number)
        {
            numbers.Add(row.GetInt64());
        }

        return numbers;
    }
}
