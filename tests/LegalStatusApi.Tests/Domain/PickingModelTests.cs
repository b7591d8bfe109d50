using FsCheck;
using FsCheck.Fluent;
using LegalStatusApi.Domain;
using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Domain;

/// <summary>Picking against a model without any cleverness: every day that a date may mean, tried one by one.</summary>
[Fault(21)]
public sealed class PickingModelTests
{
    private const int Cases = 10_000;

    [Fact]
    public void Picking_agrees_with_trying_every_day_that_a_date_may_mean() =>
        Prop.ForAll(GivenPeriods.Lists.ToArbitrary(), GivenPeriods.Days.ToArbitrary(), (periods, day) => Model(periods, day) == Said(periods, day))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));

    [Fact]
    public void The_random_periods_reach_every_kind_of_answer()
    {
        var reached = Gen.Sample(GivenPeriods.Lists.Zip(GivenPeriods.Days), 2_000)
            .Select(pair => Picking.Pick(pair.Item1, pair.Item2))
            .Select(finding => finding.Reason ?? finding.Certainty)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["certain", "boundary_uncertain", "start_unknown", "no_record_for_date", "not_researched"]), reached);
    }

    private static string Said(Classification[] periods, DateOnly day)
    {
        var finding = Picking.Pick(periods, day);
        return $"{finding.Certainty} {finding.Reason} {finding.Record?.Key} [{Keys(finding.Candidates)}] {finding.Before?.Key} {finding.After?.Key}";
    }

    private static string Model(Classification[] periods, DateOnly day)
    {
        if (periods.Length == 0)
        {
            return "unknown not_researched  []  ";
        }

        if (periods.FirstOrDefault(period => BeginningsOf(period).All(first => first <= day) && EndsOf(period).All(end => end > day)) is { } certain)
        {
            return $"certain  {certain.Key} []  ";
        }

        var candidates = periods.Where(period => BeginningsOf(period).Any(first => first <= day) && EndsOf(period).Any(end => end > day)).ToList();
        if (candidates.Count > 0)
        {
            var isBoundary = candidates.Exists(period => period.From is not null || period.AttestedFrom <= day);
            return isBoundary ? $"either boundary_uncertain  [{Keys(candidates)}]  " : $"unknown start_unknown  [{Keys(candidates)}]  ";
        }

        var before = periods.Where(period => EndsOf(period).All(end => end <= day)).OrderByDescending(period => EndsOf(period).Max()).FirstOrDefault();
        var after = periods.Where(period => BeginningsOf(period).All(first => first > day)).OrderBy(period => BeginningsOf(period).Min()).FirstOrDefault();
        return $"unknown no_record_for_date  [] {before?.Key} {after?.Key}";
    }

    // Where the beginning is not known, it may be any day up to the one on which it is attested, or any day at all.
    private static IEnumerable<DateOnly> BeginningsOf(Classification period) => period.From is { } from
        ? EachDay(from.First, from.Last)
        : [PartialDate.Earliest, period.AttestedFrom ?? DateOnly.MaxValue];

    private static IEnumerable<DateOnly> EndsOf(Classification period) => period.To is { } to
        ? EachDay(to.First, to.Last)
        : [DateOnly.MaxValue];

    private static IEnumerable<DateOnly> EachDay(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private static string Keys(IEnumerable<Classification> periods) => string.Join(',', periods.Select(period => period.Key));
}
