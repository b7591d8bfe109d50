using System.Text.Json;
using LegalStatusApi.Domain;
using LegalStatusApi.Features.Statuses;
using LegalStatusApi.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace LegalStatusApi.Features.Mcp;

/// <summary>What the protocol's server offers for the time of one request: the tools, and who answers them.</summary>
public sealed class ToolDesk(HttpContext http, StackCache stacks, TimeProvider clock, ILogger logger, CancellationToken cancellation)
{
    private const string Instructions =
        "Answers how places classify psilocybin, LSD and ketamine in law on a date, from cited sources. Give the date with every answer, name the level of law, "
        + "say how it was checked, and name conflicts between levels before the status. unknown never means lawful. What is not checked in the law itself is a lead, "
        + "not an answer. Pending law is not law. Cite the permalink. Places are ISO codes (DE, US-CO, US-CO-denver). Information, not legal or medical advice.";

    private static readonly IReadOnlyList<Tool> Tools = [LookUpTool.Tool, CompareTool.Tool, HistoryTool.Tool, ClaimTool.Tool, ChangesTool.Tool];

    public McpServerOptions Options => new()
    {
        ServerInfo = new Implementation
        {
            Name = "legal-status-api",
            Title = "Legal Status API",
            Version = typeof(ToolDesk).Assembly.GetName().Version!.ToString(3),
        },
        ServerInstructions = Instructions,
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. ToolDesk.Tools.Select(tool => tool.Described)] }),
            CallToolHandler = (request, _) => CallAsync(request.Params),
        },
    };

    private async ValueTask<CallToolResult> CallAsync(CallToolRequestParams asked)
    {
        var tool = Tools.FirstOrDefault(tool => tool.Name == asked.Name) ?? throw new McpProtocolException(NoSuchTool(asked.Name), McpErrorCode.InvalidParams);
        var check = Check.Of(http);
        var arguments = ToolArgument.Read(check, tool.Arguments, asked.Arguments);
        try
        {
            var answer = await tool.AnswerAsync(new ToolCall(arguments, check, http.Request, stacks, clock, cancellation));
            return new CallToolResult
            {
                Content = [new TextContentBlock { Text = answer.Text }],
                StructuredContent = JsonSerializer.SerializeToElement(answer.Said, answer.Said.GetType(), ApiJson.Options),
            };
        }
        catch (RefusedException refusal)
        {
            return ErrorOf(refusal.Problem);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var problem = Faults.ProblemOf(fault);
            // The tool, never what was asked: no log ties a place and a substance to an address.
            logger.LogError(problem.Status == StatusCodes.Status500InternalServerError ? fault : null,
                "Answered {Status} on tool {Tool}: {Fault}", problem.Status, tool.Name, fault.GetType().Name);
            return ErrorOf(problem);
        }
    }

    // The same words as the API's problem, so that whoever asked can mend the question.
    private static CallToolResult ErrorOf(Problem problem) => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = problem.Detail }],
        StructuredContent = JsonSerializer.SerializeToElement(problem, ApiJson.Options),
    };

    private static string NoSuchTool(string name)
    {
        var known = Tools.Select(tool => tool.Name).ToList();
        return $"Unknown tool '{Check.Shown(name)}'.{Nearest.DidYouMean(name, known)} Known: {string.Join(", ", known)}.";
    }
}
