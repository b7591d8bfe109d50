using System.Text.Json.Nodes;

namespace LegalStatusApi.Features.Records;

/// <summary>A field that differs between two states of the record.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">What it said; absent where it said nothing.</param>
/// <param name="After">What it says then; absent where it says nothing.</param>
public sealed record ChangedField(string Field, JsonNode? Before, JsonNode? After);
