namespace BizGraph.Api.Tables;

/// <summary>A table that somebody brought is missing or cannot be understood: which, where, and what was expected.</summary>
sealed class WrongTableException(string message) : Exception(message);
