using LegalStatusApi.Domain;
using LegalStatusApi.Http;

namespace LegalStatusApi.Features.Maintenance.ChangeSets;

/// <summary>Who may take a step, besides what the key may do.</summary>
public enum StepBy
{
    /// <summary>Whoever has the scope.</summary>
    Anybody,

    /// <summary>Who opened the set.</summary>
    Author,

    /// <summary>Four eyes: whoever put nothing into the set.</summary>
    AnotherPerson,
}

/// <summary>A step on the way of a change set.</summary>
/// <param name="Name">As a command.</param>
/// <param name="Done">As what was done.</param>
/// <param name="Scope">What the key must be able to.</param>
/// <param name="By">Who may.</param>
/// <param name="From">The states from which it goes.</param>
public sealed record SetStep(string Name, string Done, string Scope, StepBy By, params IReadOnlyList<string> From)
{
    public static readonly SetStep Edit = new("edit", "edited", Scopes.Propose, StepBy.Anybody,
        ChangeSetState.Draft, ChangeSetState.InReview, ChangeSetState.Approved, ChangeSetState.Rejected);

    public static readonly SetStep Submit = new("submit", "submitted", Scopes.Propose, StepBy.Anybody, ChangeSetState.Draft);

    public static readonly SetStep Approve = new("approve", "approved", Scopes.Review, StepBy.AnotherPerson, ChangeSetState.InReview);

    public static readonly SetStep Reject = new("reject", "rejected", Scopes.Review, StepBy.AnotherPerson, ChangeSetState.InReview, ChangeSetState.Approved);

    public static readonly SetStep Publish = new("publish", "published", Scopes.Publish, StepBy.Anybody, ChangeSetState.Approved);

    public static readonly SetStep Withdraw = new("withdraw", "withdrawn", Scopes.Propose, StepBy.Author,
        ChangeSetState.Draft, ChangeSetState.InReview, ChangeSetState.Approved);

    /// <summary>Why a set in this state does not take the step; null where it does.</summary>
    public Problem? RefusalIn(string state) => From.Contains(state, StringComparer.Ordinal)
        ? null
        : Problems.Conflict.With(
            $"A change set that is {state.Replace('_', ' ')} cannot be {Done}; only one that is {string.Join(" or ", From).Replace('_', ' ')}.");

    /// <summary>Why a person does not take it; null where they may. The rule is about the person, not about the key.</summary>
    public Problem? RefusalOf(bool isAuthor, bool putSomethingIn) => By switch
    {
        StepBy.Author when !isAuthor => Problems.Forbidden.With($"Only its author {Name}s a change set; a reviewer rejects it."),
        StepBy.AnotherPerson when putSomethingIn => Problems.Forbidden.With($"Whoever put anything into a change set does not {Name} it."),
        _ => null,
    };
}
