using System.Text.RegularExpressions;

namespace BizGraph.Api.Commands;

/// <summary>What libraries say of errors, in words for people.</summary>
static partial class ErrorText
{
    /// <summary>What is wrong with a file.</summary>
    public static string Of(Exception failure) =>
        failure switch
        {
            DirectoryNotFoundException
                when PathIn(failure) is { } path && Path.GetDirectoryName(path) is { Length: > 0 } folder =>
                $"There is no folder {folder}.",
            FileNotFoundException when PathIn(failure) is { } path => $"There is no {path}.",
            UnauthorizedAccessException when PathIn(failure) is { } path => Directory.Exists(path)
                ? $"{path} is a folder; a file expected."
                : $"This account may not use {path}.",
            _ => failure.Message,
        };

    /// <summary>What is wrong with a command line: types by what is to be typed.</summary>
    public static string OfWrongUse(string message) =>
        TypeName().Replace(message, found => $"; {Expected(found.Groups["type"].Value)} expected");

    static string? PathIn(Exception failure) =>
        Quoted().Match(failure.Message) is { Success: true } quoted ? quoted.Groups["path"].Value : null;

    static string Expected(string type) =>
        type switch
        {
            "System.Int32" or "System.Int64" => "a whole number",
            "System.Double" => "a number",
            "System.Boolean" => "true or false",
            _ when typeof(ErrorText).Assembly.GetType(type) is { IsEnum: true } words => string.Join(" or ", Enum.GetNames(words))
                .ToLowerInvariant(),
            _ => "another value",
        };

    [GeneratedRegex("'(?<path>[^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(" as expected type '(?<type>[^']+)'")]
    private static partial Regex TypeName();
}
