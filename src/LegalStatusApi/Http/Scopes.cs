namespace LegalStatusApi.Http;

/// <summary>What a key may do, as policies of the framework: one for each scope.</summary>
public static class Scopes
{
    public const string Propose = "propose";
    public const string Review = "review";
    public const string Publish = "publish";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Propose, Review, Publish, Admin];

    /// <summary>Any valid key, whatever its scopes.</summary>
    public const string AnyKey = "any_key";

    /// <summary>A key with one of these two scopes, or both.</summary>
    public const string ProposeOrReview = "propose_or_review";
}
