namespace BizGraph.Model;

/// <summary>What an organization in the network is. What counts "businesses" counts <see cref="Business"/>.</summary>
public enum BusinessKind
{
    /// <summary>A trading business of any size; also whatever no other kind fits.</summary>
    Business,

    /// <summary>A council, authority or another public body.</summary>
    PublicBody,

    /// <summary>A charity, association or another body that trades for no one's profit.</summary>
    Nonprofit,

    /// <summary>A school, college or university.</summary>
    Education,

    /// <summary>A bank, credit union, fund or insurer.</summary>
    Finance,

    /// <summary>A newspaper, radio station or another publisher.</summary>
    Media,

    /// <summary>One person.</summary>
    Person,

    /// <summary>Something else, as its source says.</summary>
    Other,
}
