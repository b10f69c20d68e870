using System.Globalization;
using BizGraph.Model;
using BizGraph.SuggestionBench;

// DATA [--only NAME] [--seeds N]: what scripts/bench-suggestions runs.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = args.Skip(1).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
var seeds = ulong.Parse(options.GetValueOrDefault("--seeds", "5"), CultureInfo.InvariantCulture);
var only = options.GetValueOrDefault("--only");
var sets = new DataSets(args[0], Path.Combine(AppContext.BaseDirectory, "sample"));
(string Name, Func<Task<BizGraph.Analysis.NetworkSnapshot>> Read)[] networks =
[
    ("sample", sets.SampleTown),
    ("law firm", sets.LawFirm),
    ("industries", sets.Industries),
    ("lancashire", () => sets.Contracts("lancashire_contracts")),
    ("uk", () => sets.Contracts("uk_contracts_ocds")),
    ("facebook", () => sets.Graph("facebook_combined")),
    ("pgp", () => sets.Graph("pgp")),
    ("condmat", () => sets.Graph("ca_condmat")),
    ("wiki vote", () => sets.Graph("wiki_vote")),
];

foreach (var (name, read) in networks.Where(network => IsAsked(network.Name)))
{
    HeldOutTables.Print(name, await read(), seeds);
}

if (IsAsked("cold"))
{
    Console.WriteLine("## cold start: a true partner among ten suggested to a business stripped of its ties");
    ColdStart.Print("sample", await sets.SampleTown(), seeds);
    ColdStart.Print("law firm", await sets.LawFirm(), seeds);
    ColdStart.Print("lancashire", await sets.Contracts("lancashire_contracts"), seeds);
    ColdStart.Print("uk", await sets.Contracts("uk_contracts_ocds"), seeds);
    Console.WriteLine();
}

if (IsAsked("small"))
{
    Console.WriteLine("## few ties: AUC-PR, means of twelve draws");
    var (town, firm, industries) = (await sets.SampleTown(), await sets.LawFirm(), await sets.Industries());
    var (lancashire, uk) = (await sets.Contracts("lancashire_contracts"), await sets.Contracts("uk_contracts_ocds"));
    SmallNetworks.Print("sample", _ => town, RelationshipType.Supplies);
    SmallNetworks.Print("law firm", _ => firm, RelationshipType.Mentors);
    SmallNetworks.Print("law firm", _ => firm, RelationshipType.Partners);
    SmallNetworks.Print("law firm", _ => firm, RelationshipType.Knows);
    SmallNetworks.Print("industries", _ => industries, RelationshipType.Supplies);
    SmallNetworks.Print("lancashire", _ => lancashire, RelationshipType.Supplies);
    SmallNetworks.Print("uk", _ => uk, RelationshipType.Supplies);
    SmallNetworks.Print("towns of taste", TasteTown.Draw, RelationshipType.Supplies);
    Console.WriteLine();
}

if (IsAsked("fair"))
{
    Console.WriteLine("## fairness");
    Fairness.Print("sample", await sets.SampleTown());
    Fairness.Print("law firm", await sets.LawFirm());
    Fairness.Print("uk", await sets.Contracts("uk_contracts_ocds"));
    Console.WriteLine();
}

if (IsAsked("time"))
{
    Timing.Print(20_000, 200_000);
}

if (only == "show")
{
    Listing.Print(await sets.SampleTown());
}

bool IsAsked(string name) => only is null || only.Split(',').Contains(name);
