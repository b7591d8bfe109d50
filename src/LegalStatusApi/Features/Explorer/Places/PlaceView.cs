using LegalStatusApi.Domain;
using LegalStatusApi.Features.Explorer.Parts;
using LegalStatusApi.Features.Jurisdictions;
using LegalStatusApi.Features.Statuses;

namespace LegalStatusApi.Features.Explorer.Places;

/// <summary>A place, and what its law says of each substance on a day.</summary>
/// <param name="Place">The place, with those above and below it.</param>
/// <param name="Question">The day and the revision asked about.</param>
/// <param name="Substances">What it says of each.</param>
/// <param name="Beside">Other places directly below the same one.</param>
/// <param name="Above">The place that they are below; null for countries.</param>
/// <param name="Neighbours">Places that share a border with it.</param>
/// <param name="Base">The service as it was asked for, before a path.</param>
public sealed record PlaceView(
    JurisdictionResponse Place, StatusQuestion Question, IReadOnlyList<SubstanceView> Substances, IReadOnlyList<RelativeResponse> Beside, JurisdictionResponse? Above,
    IReadOnlyList<NamePlaces.Named> Neighbours, string Base);

/// <summary>What a place says of one substance.</summary>
/// <param name="Substance">The substance.</param>
/// <param name="Answer">The answer of the substance itself.</param>
/// <param name="Forms">The answers of the forms that some level speaks of.</param>
/// <param name="Line">Every period on record; null where there is none.</param>
public sealed record SubstanceView(Substance Substance, StatusResponse Answer, IReadOnlyList<StatusResponse> Forms, Timeline? Line)
{
    public static SubstanceView Of(Stack stack, StatusQuestion question)
    {
        var path = LookUpStatus.PathOf(stack);
        StatusResponse AnswerOf(Form? form) => StatusResponse.Of(
            StatusAnswer.Of(stack, form, question.On, question.IsFuture), (question with { Form = form?.Slug }).PermalinkOf(path, stack.Revision.Number));
        var spoken = stack.Substance.Forms.Where(form => stack.Classifications.Any(record => record.Form == form.Slug && record.Jurisdiction != "UN"));
        return new SubstanceView(
            stack.Substance, AnswerOf(null), [.. spoken.Select(AnswerOf)], Timeline.Of(StatusAnswer.Of(stack, null, question.On, question.IsFuture), question.Today));
    }
}
