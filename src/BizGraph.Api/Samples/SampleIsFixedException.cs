namespace BizGraph.Api.Samples;

/// <summary>The sample town is there to be looked at.</summary>
sealed class SampleIsFixedException()
    : Exception(
        "This is the sample town, which stays as it is; change a network of your own, shown by a service started without --sample."
    );
