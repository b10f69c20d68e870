using BizGraph.Model;

namespace BizGraph.Store.Sqlite.Finishing;

/// <summary>Counts what changed of businesses that are, or were, several ids: as people see them, not id by id.</summary>
sealed class MergeCounts(BusinessEvents events)
{
    readonly HashSet<long> _added = [.. events.Added];
    readonly Dictionary<long, string?> _before = []; // by entity shown; null where what it showed is known no more
    readonly Dictionary<long, string> _after = [];
    readonly HashSet<long> _unlisted = []; // shown now, and no claim lists them
    readonly HashSet<long> _members = [];
    long _merged;

    public static string Text(bool isListed, string facts) => isListed ? facts : $"in ties {facts}";

    /// <summary>A group as it was shown.</summary>
    public void GroupBefore(long head, bool isListed, string facts) => _before[head] = Text(isListed, facts);

    /// <summary>A group as it is shown now.</summary>
    public void GroupAfter(long head, bool isListed, string facts) => After(head, isListed, facts);

    /// <summary>An entity that stood alone before.</summary>
    public void AloneBefore(long entity, BusinessRow? now)
    {
        if (events.Removed.Contains(entity) || events.Changed.Contains(entity))
        {
            _before[entity] = events.Before.TryGetValue(entity, out var before) ? Text(before.IsListed, before.Facts) : null;
        }
        else if (now is not null && !_added.Contains(entity))
        {
            _before[entity] = Text(now.IsListed, now.Facts);
        }
    }

    /// <summary>An entity that stands alone now.</summary>
    public void AloneAfter(long entity, BusinessRow? now)
    {
        if (now is not null)
        {
            After(entity, now.IsListed, now.Facts);
        }
    }

    /// <summary>One of the ids that were counted by themselves.</summary>
    /// <param name="entity">Its entity.</param>
    /// <param name="headBefore">Under which it was shown.</param>
    /// <param name="head">Under which it is shown.</param>
    public void Member(long entity, long headBefore, long head)
    {
        _members.Add(entity);
        _merged += head != entity && headBefore == entity ? 1 : 0;
    }

    /// <summary>The changes with the groups counted as businesses in place of their ids.</summary>
    /// <param name="changes">As counted id by id.</param>
    /// <param name="isListed">Whether a claim lists the entity now.</param>
    public ImportChanges AddTo(ImportChanges changes, Func<long, bool> isListed)
    {
        var added = _after.Keys.Where(entity => !_before.ContainsKey(entity)).ToList();
        var idsAdded = _members.Where(_added.Contains).ToList();
        return changes with
        {
            BusinessesAdded = changes.BusinessesAdded + added.Count - idsAdded.Count,
            NamedOnlyInTies = changes.NamedOnlyInTies + added.Count(_unlisted.Contains) - idsAdded.Count(id => !isListed(id)),
            BusinessesChanged =
                changes.BusinessesChanged
                + _after.Count(now => _before.TryGetValue(now.Key, out var before) && before != now.Value)
                - _members.Count(events.Changed.Contains),
            BusinessesRemoved =
                changes.BusinessesRemoved
                + _before.Keys.Count(entity => !_after.ContainsKey(entity))
                - _members.Count(events.Removed.Contains),
            BusinessesMerged = changes.BusinessesMerged + _merged,
        };
    }

    void After(long entity, bool isListed, string facts)
    {
        _after[entity] = Text(isListed, facts);
        if (!isListed)
        {
            _unlisted.Add(entity);
        }
    }
}
