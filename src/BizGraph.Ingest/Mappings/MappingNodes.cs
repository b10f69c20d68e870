using BizGraph.Ingest.Layouts;
using BizGraph.Ingest.Values;
using BizGraph.Model;
using YamlDotNet.RepresentationModel;

namespace BizGraph.Ingest.Mappings;

/// <summary>Makes a mapping of the nodes of a YAML file; says of everything in it that does not fit where it is.</summary>
/// <param name="file">The file's name.</param>
sealed class MappingNodes(string file)
{
    static readonly Dictionary<string, RelationshipType> Types = RelationshipTypes.All.ToDictionary(type =>
        WordForm.Fold(type.ToString())
    );

    static readonly string AllTypes = string.Join(", ", RelationshipTypes.All).ToLowerInvariant();

    readonly List<string> _reasons = [];
    readonly List<MappedColumn> _columns = [];
    readonly List<MappedWord> _words = [];

    /// <summary>The mapping of a file's tree; null for an empty file.</summary>
    /// <exception cref="ImportRefusedException">Something in it does not fit.</exception>
    public ImportMapping Read(YamlNode? root)
    {
        foreach (var (key, value) in root is null ? [] : Entries(root, "columns and relations"))
        {
            switch (key.Value)
            {
                case "columns":
                    ReadColumns(value);
                    break;
                case "relations":
                    ReadRelations(value);
                    break;
                default:
                    Refuse(key, key.Value, "columns or relations");
                    break;
            }
        }

        return _reasons.Count == 0 ? new ImportMapping(_columns, _words) : throw new ImportRefusedException(_reasons, []);
    }

    void ReadColumns(YamlNode node)
    {
        var kinds = string.Join(", ", LayoutKind.All.Select(kind => kind.Name));
        foreach (var (key, value) in Entries(node, $"lists ({kinds}), each with its columns"))
        {
            if (LayoutKind.All.FirstOrDefault(kind => WordForm.Fold(kind.Name) == WordForm.Fold(key.Value!)) is { } kind)
            {
                ReadList(kind, value);
            }
            else
            {
                Refuse(key, key.Value, $"a list: {kinds}");
            }
        }
    }

    void ReadList(LayoutKind kind, YamlNode node)
    {
        foreach (var (key, value) in Entries(node, "fields, each with the header of its column"))
        {
            var isAttribute = key.Value == MappingFile.Attributes;
            var field = kind.Fields.FirstOrDefault(field => WordForm.Fold(field.Name) == WordForm.Fold(key.Value!))?.Name;
            if (field is null && !isAttribute)
            {
                Refuse(
                    key,
                    key.Value,
                    $"a field of {kind.Name}: {string.Join(", ", kind.Fields.Select(f => f.Name))}; or attributes"
                );
                continue;
            }

            foreach (var header in value is YamlSequenceNode several ? several.Children : [value])
            {
                if (Text(header, "the header of a column") is { } text)
                {
                    AddColumn(header, new MappedColumn(kind.Name, text, field));
                }
            }
        }
    }

    void AddColumn(YamlNode node, MappedColumn column)
    {
        var key = WordForm.KeyOf(column.Header);
        if (_columns.Exists(other => other.List == column.List && WordForm.KeyOf(other.Header) == key))
        {
            Refuse(node, $"{column.Header} again", "each header once in a list");
        }
        else
        {
            _columns.Add(column);
        }
    }

    void ReadRelations(YamlNode node)
    {
        foreach (var (key, value) in Entries(node, "words, each with its type"))
        {
            if (_words.Exists(word => WordForm.Fold(word.Word) == WordForm.Fold(key.Value!)))
            {
                Refuse(key, $"{key.Value} again", "each word once");
            }
            else if (value is YamlMappingNode)
            {
                ReadMeaning(key.Value!, value);
            }
            else if (TypeOf(value) is { } type)
            {
                _words.Add(new MappedWord(key.Value!, type));
            }
        }
    }

    void ReadMeaning(string word, YamlNode node)
    {
        RelationshipType? type = null;
        var isReversed = false;
        foreach (var (key, value) in Entries(node, "type and reversed"))
        {
            switch (key.Value)
            {
                case "type":
                    type = TypeOf(value);
                    break;
                case "reversed":
                    isReversed = YesNo(value);
                    break;
                default:
                    Refuse(key, key.Value, "type or reversed");
                    break;
            }
        }

        if (type is { } found)
        {
            _words.Add(new MappedWord(word, found, isReversed));
        }
        else if (!((YamlMappingNode)node).Children.ContainsKey("type"))
        {
            Refuse(node, "no type", $"type: and one of {AllTypes}");
        }
    }

    RelationshipType? TypeOf(YamlNode node)
    {
        if (Text(node, $"one of {AllTypes}") is not { } text)
        {
            return null;
        }

        if (Types.TryGetValue(WordForm.Fold(text), out var type))
        {
            return type;
        }

        Refuse(node, text, $"one of {AllTypes}");
        return null;
    }

    bool YesNo(YamlNode node)
    {
        if (Text(node, "true or false") is not { } text)
        {
            return false;
        }

        if (BusinessWords.YesNo.TryGet(text, out var answer))
        {
            return answer;
        }

        Refuse(node, text, "true or false");
        return false;
    }

    IEnumerable<(YamlScalarNode Key, YamlNode Value)> Entries(YamlNode node, string expected)
    {
        if (node is not YamlMappingNode entries)
        {
            Refuse(node, Describe(node), expected);
            yield break;
        }

        foreach (var (key, value) in entries.Children)
        {
            if (key is YamlScalarNode { Value.Length: > 0 } scalar)
            {
                yield return (scalar, value);
            }
            else
            {
                Refuse(key, Describe(key), expected);
            }
        }
    }

    string? Text(YamlNode node, string expected)
    {
        if (node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        Refuse(node, Describe(node), expected);
        return null;
    }

    static string Describe(YamlNode node) =>
        node switch
        {
            YamlScalarNode { Value: { Length: > 0 } text } => text,
            YamlScalarNode => "nothing",
            YamlSequenceNode => "a list of values",
            _ => "entries",
        };

    void Refuse(YamlNode node, string? found, string expected) =>
        _reasons.Add($"{file}, line {node.Start.Line}: found {found}; expected {expected}.");
}
