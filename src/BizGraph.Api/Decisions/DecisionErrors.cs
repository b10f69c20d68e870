using System.Globalization;

namespace BizGraph.Api.Decisions;

/// <summary>Someone else decided in the meantime.</summary>
sealed class DecidedMeanwhileException(Decision? now)
    : Exception(
        now?.Steps is [.., var last]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{last.Step.By} changed it meanwhile, at {last.Step.At.UtcDateTime:HH:mm} UTC on {last.Step.At.UtcDateTime:d MMMM}; it stands at revision {now.Revision}. Look at it again, then decide."
            )
            : "Someone changed it meanwhile. Look at it again, then decide."
    );

/// <summary>There is no such gap.</summary>
sealed class UnknownGapException(string id) : Exception($"There is no gap '{id}'; expected an id as 'gaps' lists it.");

/// <summary>There is no such suggestion.</summary>
sealed class UnknownSuggestionException(string id)
    : Exception($"There is no suggestion '{id}'; expected an id as 'suggestions' lists it, of two businesses that are open.");

/// <summary>What was asked for does not follow what was decided before.</summary>
sealed class DecisionOrderException(string message) : Exception(message);
