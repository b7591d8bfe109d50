namespace LegalStatusApi.Tests.Features.Maintenance.ChangeSets;

/// <summary>What each action of each role answers in each state.</summary>
internal static class StateTable
{
    public static readonly IReadOnlyList<string> States = ["draft", "in_review", "approved", "published", "rejected", "withdrawn"];

    /// <summary>author: opened the set. other: another proposer. reviewer: put nothing in. insider: a reviewer who put something in.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Scopes = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["author"] = ["propose", "review"],
        ["other"] = ["propose"],
        ["reviewer"] = ["review"],
        ["insider"] = ["propose", "review"],
        ["publisher"] = ["publish"],
    };

    private const string Cells = """
        action    role       draft  in_review  approved  published  rejected  withdrawn
        put       author     200    200        200       409        200       409
        put       other      200    200        200       409        200       409
        put       reviewer   403    403        403       403        403       403
        put       insider    200    200        200       409        200       409
        put       publisher  403    403        403       403        403       403
        remove    author     200    200        200       409        200       409
        remove    other      200    200        200       409        200       409
        remove    reviewer   403    403        403       403        403       403
        remove    insider    200    200        200       409        200       409
        remove    publisher  403    403        403       403        403       403
        import    author     200    200        200       409        200       409
        import    other      200    200        200       409        200       409
        import    reviewer   403    403        403       403        403       403
        import    insider    200    200        200       409        200       409
        import    publisher  403    403        403       403        403       403
        revert    author     200    200        200       409        200       409
        revert    other      200    200        200       409        200       409
        revert    reviewer   403    403        403       403        403       403
        revert    insider    200    200        200       409        200       409
        revert    publisher  403    403        403       403        403       403
        submit    author     200    409        409       409        409       409
        submit    other      200    409        409       409        409       409
        submit    reviewer   403    403        403       403        403       403
        submit    insider    200    409        409       409        409       409
        submit    publisher  403    403        403       403        403       403
        approve   author     409    403        409       409        409       409
        approve   other      403    403        403       403        403       403
        approve   reviewer   409    200        409       409        409       409
        approve   insider    409    403        409       409        409       409
        approve   publisher  403    403        403       403        403       403
        reject    author     409    403        403       409        409       409
        reject    other      403    403        403       403        403       403
        reject    reviewer   409    200        200       409        409       409
        reject    insider    409    403        403       409        409       409
        reject    publisher  403    403        403       403        403       403
        publish   author     403    403        403       403        403       403
        publish   other      403    403        403       403        403       403
        publish   reviewer   403    403        403       403        403       403
        publish   insider    403    403        403       403        403       403
        publish   publisher  409    409        200       409        409       409
        withdraw  author     200    200        200       409        409       409
        withdraw  other      403    403        403       409        409       409
        withdraw  reviewer   403    403        403       403        403       403
        withdraw  insider    403    403        403       409        409       409
        withdraw  publisher  403    403        403       403        403       403
        diff      author     200    200        200       200        200       409
        diff      other      200    200        200       200        200       409
        diff      reviewer   200    200        200       200        200       409
        diff      insider    200    200        200       200        200       409
        diff      publisher  200    200        200       200        200       409
        show      author     200    200        200       200        200       200
        show      other      200    200        200       200        200       200
        show      reviewer   200    200        200       200        200       200
        show      insider    200    200        200       200        200       200
        show      publisher  200    200        200       200        200       200
        """;

    public static IReadOnlyList<(string Action, string Role, string State, int Status)> All { get; } =
    [
        .. Cells.Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .SelectMany(words => States.Select((state, column) => (words[0], words[1], state, int.Parse(words[column + 2])))),
    ];
}
