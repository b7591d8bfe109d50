using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LegalStatusApi.Domain;

namespace LegalStatusApi.Database;

/// <summary>How PostgreSQL's JSON becomes Domain values: camelCase, partial dates as text or as windows of days, absent lists as empty ones.</summary>
public static class DomainJson
{
    public static readonly JsonSerializerOptions Options = Configured();

    /// <summary>The same for the records that a look-up is made of, read by generated code.</summary>
    public static readonly DomainTypes Types = new(Configured());

    private static JsonSerializerOptions Configured() => new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new PartialDateConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class PartialDateConverter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is ['[', ..] window ? DayWindow.Parse(window) : PartialDate.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

/// <summary>Generated code that reads what a look-up is made of.</summary>
[JsonSerializable(typeof(Revision))]
[JsonSerializable(typeof(Substance))]
[JsonSerializable(typeof(Form))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(ParentLink))]
[JsonSerializable(typeof(Classification))]
[JsonSerializable(typeof(Citation))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(PendingLaw))]
[JsonSerializable(typeof(Participation))]
public sealed partial class DomainTypes : JsonSerializerContext;
