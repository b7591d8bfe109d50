using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LegalStatusApi.Http;

/// <summary>How answers are written: camelCase names, absent rather than null, UTF-8 as it is.</summary>
public static class ApiJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>The same for a writer.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = Options.Encoder, MaxDepth = Options.MaxDepth, SkipValidation = true };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        // A table is made from the members of a type, maybe before anything was ever written as JSON.
        options.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        // Answers are JSON with nosniff, never put into a page as they stand: names and quotations stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        return options;
    }
}
