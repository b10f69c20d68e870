using System.Buffers;
using System.Text.Json;
using BizGraph.Model;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>Rows for <c>UNWIND $rows</c>, gathered until a batch is full and then sent. A batch that is too large for the server's memory goes in halves.</summary>
/// <param name="send">Runs the statement over a batch; running it twice must be as once.</param>
/// <param name="underWay">What is sent joins these; whoever gives them waits for their end.</param>
sealed class RowBatches(Func<RowBatch, CancellationToken, Task> send, UnderWay underWay)
{
    // A megabyte keeps the server busy for a quarter of a second; larger ones are not faster, and lose more when tried again.
    const int MostBytes = 1 << 20;
    const int MostRows = 5000;

    RowBatch _rows = new();

    /// <summary>Adds a row, of which the values are written, and sends the batch that it fills.</summary>
    public async ValueTask AddAsync(Action<Utf8JsonWriter> row, CancellationToken cancellation)
    {
        _rows.Add(row);
        if (_rows.Count >= MostRows || _rows.Bytes >= MostBytes)
        {
            await SendAsync(cancellation);
        }
    }

    /// <summary>Sends what is left.</summary>
    public async Task SendAsync(CancellationToken cancellation)
    {
        if (_rows.Count > 0)
        {
            var full = _rows;
            _rows = new RowBatch();
            await underWay.AddAsync(() => SendAsync(full, cancellation));
        }
    }

    async Task SendAsync(RowBatch rows, CancellationToken cancellation)
    {
        try
        {
            await send(rows, cancellation);
        }
        catch (StoreException exception) when (exception.InnerException is Neo4jError { IsTooLarge: true } && rows.Count > 1)
        {
            var (first, second) = rows.Halves();
            await SendAsync(first, cancellation);
            await SendAsync(second, cancellation);
        }
    }
}

/// <summary>Rows as JSON text, each a list.</summary>
sealed class RowBatch
{
    readonly ArrayBufferWriter<byte> _json = new();
    readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public int Bytes => _json.WrittenCount;

    public void Add(Action<Utf8JsonWriter> row)
    {
        using (var writer = new Utf8JsonWriter(_json, QueryApi.Options))
        {
            writer.WriteStartArray();
            row(writer);
            writer.WriteEndArray();
        }

        _ends.Add(_json.WrittenCount);
    }

    /// <summary>Writes the rows as the parameter <c>rows</c>.</summary>
    public void Write(Utf8JsonWriter parameters)
    {
        parameters.WriteStartArray("rows");
        for (var row = 0; row < Count; row++)
        {
            parameters.WriteRawValue(Of(row), skipInputValidation: true);
        }

        parameters.WriteEndArray();
    }

    public (RowBatch First, RowBatch Second) Halves()
    {
        var (first, second) = (new RowBatch(), new RowBatch());
        for (var row = 0; row < Count; row++)
        {
            var half = row < Count / 2 ? first : second;
            half._json.Write(Of(row));
            half._ends.Add(half._json.WrittenCount);
        }

        return (first, second);
    }

    ReadOnlySpan<byte> Of(int row) => _json.WrittenSpan[(row == 0 ? 0 : _ends[row - 1]).._ends[row]];
}
