using System.Text.Json;
using System.Text.Json.Nodes;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using Described = ModelContextProtocol.Protocol.Tool;
using Hints = ModelContextProtocol.Protocol.ToolAnnotations;

namespace LegalStatusApi.Features.Mcp;

/// <summary>A question that agents may ask.</summary>
/// <param name="Name">verb_noun.</param>
/// <param name="Title">For people.</param>
/// <param name="Description">What it answers, and how the answer is to be read.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="AnswerAsync">Answers, or throws what is refused.</param>
public sealed record Tool(
    string Name, string Title, string Description, IReadOnlyList<ToolArgument> Arguments, Func<ToolCall, Task<ToolAnswer>> AnswerAsync)
{
    private const string Order = " The answer puts date, level of law, how it was checked and conflicts before the status word: tell them together. "
        + "unknown says why, and never means lawful; what is not checked in the law itself is a lead to confirm; pending law is not law. Information, not legal or medical advice.";

    /// <summary>As the protocol lists it.</summary>
    public Described Described { get; } = new()
    {
        Name = Name,
        Title = Title,
        Description = Description + Order,
        InputSchema = SchemaOf(Arguments),
        Annotations = new Hints { Title = Title, ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
    };

    private static JsonElement SchemaOf(IReadOnlyList<ToolArgument> arguments) => JsonSerializer.SerializeToElement(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(arguments.Select(argument => KeyValuePair.Create(argument.Name, (JsonNode?)argument.Schema))),
        ["required"] = new JsonArray([.. arguments.Where(argument => argument.IsNeeded).Select(argument => (JsonNode)argument.Name)]),
        ["additionalProperties"] = false,
    });
}

/// <summary>The same answer to be read, and to be computed with.</summary>
/// <param name="Text">Lines in the order in which they are to be told.</param>
/// <param name="Said">The fields, in the same order.</param>
public sealed record ToolAnswer(string Text, object Said);

/// <summary>One call of a tool, and what it may use.</summary>
public sealed record ToolCall(
    IReadOnlyDictionary<string, string> Arguments, Check Check, HttpRequest Request, StackCache Stacks, TimeProvider Clock, CancellationToken Cancellation)
{
    public string? this[string name] => Arguments.GetValueOrDefault(name);

    /// <summary>The day, the form and the revision that are asked for.</summary>
    public StatusQuestion Status() => StatusQuestion.Read(Check, Clock, this["on"], this["form"], this["revision"], null);

    /// <summary>Refuses with every mistake that was found so far.</summary>
    public void RefuseMistakes()
    {
        if (Check.Failed)
        {
            throw new RefusedException(Check.Problem());
        }
    }

    /// <summary>What is on record of the one place and substance that are asked for.</summary>
    public async Task<Stack> StackAsync(AskedRevision asked)
    {
        RefuseMistakes();
        var known = await KnownStacks.FindAsync(Stacks, [PairOf(this["jurisdiction"]!, this["substance"]!)], asked, Cancellation);
        if (known.Found.Count == 0)
        {
            throw new RefusedException(asked.NoSuchRevision());
        }

        foreach (var error in known.Found[0].Stack is null ? known.Unknown(known.Found[0], "jurisdiction", "substance") : [])
        {
            Check.Refuse(error.Parameter, error.Detail);
        }

        RefuseMistakes();
        return known.Found[0].Stack!;
    }

    /// <summary>The form that is asked for, which only the substance can tell.</summary>
    public static Form? FormOf(Stack stack, string? typed)
    {
        var (form, problem) = OneStack.FormOf(stack.Substance, typed);
        return problem is null ? form : throw new RefusedException(problem);
    }

    // A name in place of a code is looked for among the names, and the refusal offers the code.
    public static (string Jurisdiction, string Substance) PairOf(string place, string substance) =>
        (JurisdictionCode.TryCanonicalize(place.Trim(), out var code) ? code : place.Trim(), substance.Trim().ToLowerInvariant());

    /// <summary>An address that can be opened from anywhere.</summary>
    public string? Absolute(string? path) => path is null ? null : Request.Absolute(path);
}
