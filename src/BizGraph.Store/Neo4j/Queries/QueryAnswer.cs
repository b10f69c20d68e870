using System.Buffers;
using System.Net;
using System.Text.Json;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Reads an answer of the Query API while it comes in: each row is made into a value and let go, and the whole answer is never held as text.</summary>
/// <remarks>
/// <c>{"data":{"fields":[...],"values":[[...],...]},"bookmarks":[...],"transaction":{...},"errors":[...]}</c>. An answer is
/// whole only when its end has come, and errors may come after values, whatever the status said.
/// </remarks>
sealed class QueryAnswer<T>(ReadRow<T> read)
{
    const int FirstBuffer = 1 << 16;

    JsonReaderState _state;
    bool _isInRows;
    bool _isWhole;

    public List<T> Rows { get; } = [];

    public IReadOnlyList<string> Bookmarks { get; private set; } = [];

    /// <summary>The id of the explicit transaction; null where there is none.</summary>
    public string? Transaction { get; private set; }

    /// <summary>Which member of a cluster has the transaction; null where the server does not say.</summary>
    public string? Affinity { get; set; }

    (string Code, string Message)? Error { get; set; }

    /// <summary>Reads all of it.</summary>
    /// <exception cref="Neo4jError">The server answered with an error.</exception>
    /// <exception cref="IOException">The answer ended before its end.</exception>
    public async Task ReadAsync(Stream stream, HttpStatusCode status, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var (filled, tried, isOver) = (0, 0, false);
        try
        {
            while (!isOver)
            {
                var came = await stream.ReadAsync(buffer.AsMemory(filled), cancellation);
                isOver = came == 0;
                filled += came;

                // A long row that is not whole is read from its beginning again, so only when twice as much of it has come.
                if (!isOver && filled < Math.Min(2 * tried, buffer.Length))
                {
                    continue;
                }

                var used = Take(buffer.AsSpan(0, filled));
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                tried = filled;
                if (filled == buffer.Length)
                {
                    buffer = Grown(buffer);
                }
            }
        }
        catch (JsonException exception)
        {
            throw new Neo4jError(status, "", $"the answer is no JSON ({exception.Message})");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (Error is { } error)
        {
            throw new Neo4jError(status, error.Code, error.Message);
        }

        if (!_isWhole)
        {
            throw new IOException("The connection ended in the middle of an answer.");
        }
    }

    /// <summary>Takes as much as is whole, and says how many bytes that was. What is not whole is taken again when more has come.</summary>
    int Take(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, _state);
        var used = 0;
        while (TakeOne(ref reader, bytes))
        {
            _state = reader.CurrentState;
            used = (int)reader.BytesConsumed;
        }

        return used;
    }

    bool TakeOne(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject when reader.CurrentDepth == 0:
                _isWhole = true;
                return true;
            case JsonTokenType.EndArray when _isInRows && reader.CurrentDepth == 2:
                _isInRows = false;
                return true;
            case JsonTokenType.StartArray when _isInRows:
                return TakeValue(ref reader, bytes, name: "row");
            case JsonTokenType.PropertyName:
                return TakeProperty(ref reader, bytes);
            default:
                return true;
        }
    }

    bool TakeProperty(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        var name = reader.GetString()!;
        if (!reader.Read())
        {
            return false;
        }

        if (reader.CurrentDepth == 1 && name == "data" && reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        if (reader.CurrentDepth == 2 && name == "values" && reader.TokenType == JsonTokenType.StartArray)
        {
            _isInRows = true;
            return true;
        }

        return TakeValue(ref reader, bytes, name);
    }

    bool TakeValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, string name)
    {
        var first = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        var value = new Utf8JsonReader(bytes[first..(int)reader.BytesConsumed]);
        switch (name)
        {
            case "row":
                Rows.Add(read(ref value));
                break;
            case "bookmarks":
                Bookmarks = JsonSerializer.Deserialize<string[]>(ref value)!;
                break;
            case "transaction":
                Transaction = JsonElement.ParseValue(ref value).GetProperty("id").GetString();
                break;
            case "errors":
                var errors = JsonElement.ParseValue(ref value);
                if (errors.GetArrayLength() > 0)
                {
                    Error = (Text(errors[0], "code"), Text(errors[0], "message"));
                }

                break;
            default:
                break;
        }

        return true;
    }

    static string Text(JsonElement error, string name) => error.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
