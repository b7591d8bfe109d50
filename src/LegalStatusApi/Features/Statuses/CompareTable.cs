using System.Collections;
using System.Text;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Statuses;

/// <summary>A comparison as a table, one row for each pair, and as sentences.</summary>
public static class CompareTable
{
    /// <summary>One pair in one line: the headline, not the layers.</summary>
    public sealed record Row(
        string Jurisdiction, string? Name, string Substance, string? Form, string On, string? Status, string? Reason, string? Certainty,
        string? Verification, string? VerifiedOn, string? ReviewDue, string? From, bool? Inherited, string? StrictestStatus, string? StrictestFrom,
        string? Schedule, string? FormsDiffer, string? Say, string? On2, string? Movement, string? Status2, string? Reason2, string? Certainty2, string? Verification2, string? StrictestStatus2, string? By, string? MovementSay,
        string? Problem, long Revision, string? Permalink, string Notice);

    public static byte[] Csv(CompareResponse compared) => CsvText.Of(new Table([.. compared.Items.Select(item => RowOf(compared, item))]));

    public static byte[] Text(CompareResponse compared)
    {
        var sentences = compared.Items.SelectMany(item => item.Problem is not null
            ? [$"{item.Jurisdiction}, {item.Substance}: {item.Problem.Detail}"]
            : item.Movement is null ? [item.Answer!.Wording.Say] : new[] { item.Answer!.Wording.Say, item.Movement.Say });
        var source = compared.Permalink is null ? "" : $" {compared.Permalink}";
        return Encoding.UTF8.GetBytes(string.Join("\n", sentences.Append($"{compared.Notice}{source}")) + "\n");
    }

    private static Row RowOf(CompareResponse compared, CompareItem item)
    {
        var answer = item.Answer;
        var headline = answer?.Headline;
        var heading = answer?.Layers.FirstOrDefault(layer => layer.Jurisdiction.Code == headline!.From);
        return new Row(
            answer?.Jurisdiction.Code ?? item.Jurisdiction, answer?.Jurisdiction.Name, answer?.Substance ?? item.Substance, answer?.Form, compared.On,
            headline?.Status, headline?.Reason, headline?.Certainty, headline?.Verification, headline?.VerifiedOn, headline?.ReviewDue,
            headline?.From, headline?.Inherited, headline?.Strictest?.Status, headline?.Strictest?.From, heading?.Schedule,
            headline?.DifferingForms is { } forms ? string.Join("; ", forms) : null, answer?.Wording.Say, compared.On2,
            item.Movement?.Verdict, item.Movement?.After.Status, item.Movement?.After.Reason, item.Movement?.After.Certainty,
            item.Movement?.After.Verification, item.Movement?.After.Strictest?.Status,
            item.Movement is { } movement ? string.Join("; ", movement.Steps.SelectMany(step => step.By).Select(by => by.Title).Distinct(StringComparer.Ordinal)) : null,
            item.Movement?.Say, item.Problem?.Detail, compared.Revision, answer?.Permalink, compared.Notice);
    }

    private sealed record Table(IReadOnlyList<Row> Of) : IRows
    {
        public Type RowType => typeof(Row);

        public IEnumerable Rows => Of;
    }
}
