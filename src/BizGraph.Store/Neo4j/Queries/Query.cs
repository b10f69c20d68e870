using System.Text.Json;

namespace BizGraph.Store.Neo4j.Queries;

/// <summary>A Cypher statement with its parameters.</summary>
/// <param name="Statement">The Cypher text; no value is ever part of it.</param>
/// <param name="Parameters">Writes the parameters, each a property of an object that is begun and ended around it.</param>
/// <param name="IsRead">Whether it only reads, so that any member of a cluster may answer.</param>
sealed record Query(string Statement, Action<Utf8JsonWriter>? Parameters = null, bool IsRead = false);

/// <summary>Makes a value of a row. The reader stands before the row's array.</summary>
delegate T ReadRow<out T>(ref Utf8JsonReader row);
