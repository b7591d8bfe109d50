namespace LegalStatusApi.Http.OpenApi;

/// <summary>Members that an answer of this type always has, although the shape that it shares with others does not demand them.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AlwaysThereAttribute(params string[] members) : Attribute
{
    /// <summary>Names as they stand in the JSON.</summary>
    public IReadOnlyList<string> Members => members;
}
