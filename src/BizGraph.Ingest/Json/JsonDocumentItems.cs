using System.Text.Json;
using BizGraph.Ingest.Files;
using BizGraph.Model;

namespace BizGraph.Ingest.Json;

/// <summary>The elements of the lists of one JSON document, read as a stream: what is not in a list is passed over.</summary>
sealed class JsonDocumentItems(Stream utf8) : JsonItems
{
    readonly Dictionary<string, long> _rows = [];
    byte[] _buffer = new byte[1 << 16];
    int _start;
    int _end;
    bool _isLast;
    bool _isInList;
    int _arrays; // how many arrays that are no lists are open
    string _name = string.Empty;
    JsonReaderState _state = new(
        new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
    );
    JsonDocument? _document;

    /// <summary>Whether the document says that its ties run one way; null where it does not say, or has not yet.</summary>
    public bool? IsDirected { get; private set; }

    /// <inheritdoc/>
    public override bool Read()
    {
        _document?.Dispose();
        _document = null;
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLast, _state);
                var isFound = TryFind(ref reader, out var from, out var to);
                var at = _start;
                _start += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                if (isFound)
                {
                    Take(_buffer.AsMemory(at + from, to - from));
                    return true;
                }

                if (_isLast)
                {
                    return false;
                }

                Fill();
            }
        }
        catch (JsonException broken)
        {
            if (IsTooDeep(broken))
            {
                throw new UnreadableFileException(
                    $"JSON nested more than {MostLevels} levels deep, at line {broken.LineNumber + 1:N0}",
                    $"lists of objects, at most {MostLevels} levels deep",
                    ImportProblemKind.OverLimit
                );
            }

            throw Damaged($" at line {broken.LineNumber + 1:N0}, byte {broken.BytePositionInLine + 1:N0}");
        }
        catch (InvalidOperationException)
        {
            throw Damaged(": half a character in a name");
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _document?.Dispose();
        utf8.Dispose();
    }

    static UnreadableFileException Damaged(string where) =>
        new($"JSON that breaks off or is damaged{where}", "a whole file; export or copy it again", ImportProblemKind.DamagedFile);

    // Goes on to the next whole element of a list. False where the buffer ends before; then what was passed is done with.
    bool TryFind(ref Utf8JsonReader reader, out int from, out int to)
    {
        (from, to) = (0, 0);
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                return false;
            }

            if (!_isInList)
            {
                Pass(ref reader);
                continue;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
            {
                _isInList = false;
                continue;
            }

            from = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                reader = before;
                return false;
            }

            to = (int)reader.BytesConsumed;
            return true;
        }
    }

    void Pass(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _name = reader.GetString()!;
                break;
            case JsonTokenType.StartArray when _arrays == 0 && IsList(reader.CurrentDepth):
                (_isInList, List) = (true, reader.CurrentDepth == 0 ? string.Empty : _name);
                break;
            case JsonTokenType.StartArray:
                _arrays++;
                break;
            case JsonTokenType.EndArray:
                _arrays--;
                break;
            case JsonTokenType.True or JsonTokenType.False when reader.CurrentDepth == 1 && _name == "directed":
                IsDirected = reader.TokenType == JsonTokenType.True;
                break;
        }
    }

    bool IsList(int depth) => depth == 0 || (depth <= JsonFormat.MostDepthOfLists && JsonLists.IsList(_name));

    void Take(ReadOnlyMemory<byte> item)
    {
        _document = JsonDocument.Parse(
            item,
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
        );
        (Item, Length) = (_document.RootElement, item.Length);
        Row = _rows[List] = _rows.GetValueOrDefault(List) + 1;
    }

    void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end > LongestItem)
        {
            throw new UnreadableFileException(
                $"one value of more than {LongestItem:N0} bytes",
                "lists whose items are shorter",
                ImportProblemKind.OverLimit
            );
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var count = utf8.Read(_buffer.AsSpan(_end));
        _isLast = count == 0;
        _end += count;
    }
}
