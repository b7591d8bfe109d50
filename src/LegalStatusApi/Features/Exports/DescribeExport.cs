using LegalStatusApi.Database;
using LegalStatusApi.Domain;
using LegalStatusApi.Http;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace LegalStatusApi.Features.Exports;

/// <summary>The export as a Frictionless data package: each table with its address and the schema of its columns.</summary>
public static class DescribeExport
{
    public const string Path = "/v1/datapackage.json";
    private static readonly HashSet<string> Days = ["attestedFrom", "verifiedOn", "reviewDue", "retrievedOn", "frozenOn"];

    /// <param name="Revision">The last revision in the export; the latest where absent.</param>
    public sealed record Request([FromQuery] string? Revision);

    /// <summary>A data package (specs.frictionlessdata.io).</summary>
    /// <param name="Profile">Which kind of data package it is.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Description">What it is, and what every reuse must say.</param>
    /// <param name="Version">The revision.</param>
    /// <param name="Created">When the revision was published.</param>
    /// <param name="Licenses">Under which licence it is.</param>
    /// <param name="Resources">Each table: its address and its schema.</param>
    public sealed record Response(
        string Profile, string Name, string Title, string Description, string Version, string Created,
        IReadOnlyList<PackageLicense> Licenses, IReadOnlyList<PackageResource> Resources);

    /// <summary>A licence.</summary>
    /// <param name="Name">Its SPDX id.</param>
    /// <param name="Path">Where it stands.</param>
    /// <param name="Title">What it is called.</param>
    public sealed record PackageLicense(string Name, string Path, string Title);

    /// <summary>A table.</summary>
    /// <param name="Profile">Which kind of resource it is.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Path">Its address.</param>
    /// <param name="Description">What a row is.</param>
    /// <param name="Format">csv.</param>
    /// <param name="Mediatype">text/csv.</param>
    /// <param name="Encoding">Of its text.</param>
    /// <param name="Schema">Its columns, as Table Schema has them.</param>
    public sealed record PackageResource(
        string Profile, string Name, string Path, string Description, string Format, string Mediatype, string Encoding, TableSchema Schema);

    /// <summary>The columns of a table (Table Schema).</summary>
    /// <param name="Fields">In their order.</param>
    /// <param name="PrimaryKey">The columns that name a row.</param>
    /// <param name="ForeignKeys">Columns that name a row of another table; absent where there is none.</param>
    /// <param name="MissingValues">What stands where there is no value.</param>
    public sealed record TableSchema(
        IReadOnlyList<TableField> Fields, IReadOnlyList<string> PrimaryKey, IReadOnlyList<TableReference>? ForeignKeys, IReadOnlyList<string> MissingValues);

    /// <summary>A column.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">string, integer, number, boolean or date.</param>
    /// <param name="Constraints">What every value keeps to; absent where it may be missing.</param>
    public sealed record TableField(string Name, string Type, TableConstraints? Constraints);

    /// <summary>What every value of a column keeps to.</summary>
    /// <param name="Required">Every row has one.</param>
    public sealed record TableConstraints(bool Required);

    /// <summary>A column that names a row of another table.</summary>
    /// <param name="Fields">The column.</param>
    /// <param name="Reference">What it names.</param>
    public sealed record TableReference(string Fields, TableReferred Reference);

    /// <summary>What a column names.</summary>
    /// <param name="Resource">The other table.</param>
    /// <param name="Fields">Its column.</param>
    public sealed record TableReferred(string Resource, string Fields);

    public static async Task<IResult> Handle(
        [AsParameters] Request request, HttpContext http, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var check = Check.Of(http);
        var asked = AskedRevision.Read(check, clock, request.Revision, null);
        if (check.Failed)
        {
            return check.Problem().Result();
        }

        var found = await database.ReadAtAsync(asked.Number, null, (_, revision) => Task.FromResult(revision), cancellation);
        return found is null
            ? asked.NoSuchRevision().Result()
            : Answer.Of(PackageOf(http.Request, found.Revision), asked.FreshnessOf(found.Revision, Path));
    }

    private static Response PackageOf(HttpRequest request, Revision revision) => new(
        "tabular-data-package",
        "legal-status",
        "Legal status of psilocybin, LSD and ketamine",
        "Dated, sourced classifications by jurisdiction, with their history. Information, not legal or medical advice. A cell that a "
            + "spreadsheet would run begins with an apostrophe; /v1/export.json and .ndjson have it as it is.",
        $"{revision.Number}",
        $"{revision.RecordedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
        [new PackageLicense("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution 4.0")],
        [.. ExportedTable.All.Select(table => new PackageResource(
            "tabular-data-resource", table.Name.Replace('_', '-'),
            request.Absolute(AskedRevision.AtRevision(ExportTable.PathOf(table.Name), revision.Number)),
            table.Meaning, "csv", "text/csv", "utf-8", SchemaOf(table)))]);

    private static TableSchema SchemaOf(ExportedTable table) => new(
        [
            Field("recordedIn", "integer", isRequired: true), Field("supersededIn", "integer", isRequired: false),
            .. table.Columns.Select(column => Field(column.Name, TypeOf(column), column.IsRequired)),
        ],
        ["recordedIn", .. KeyOf(table)],
        // The profile wants at least one, or none at all.
        table.References.Length == 0 ? null
            : [.. table.References.Select(each => new TableReference(each.Member, new TableReferred(each.Table.Replace('_', '-'), each.Named)))],
        [""]);

    // What is named within something else needs the name of that too.
    private static IEnumerable<string> KeyOf(ExportedTable table) => table.Name switch
    {
        "form" => ["substance", table.Key],
        "source_version" => ["source", table.Key],
        _ => [table.Key],
    };

    private static TableField Field(string name, string type, bool isRequired) =>
        new(name, type, isRequired ? new TableConstraints(true) : null);

    private static string TypeOf(CsvColumn column)
    {
        var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        return type == typeof(int) || type == typeof(long) ? "integer"
            : type == typeof(decimal) ? "number"
            : type == typeof(bool) ? "boolean"
            : Days.Contains(column.Name) ? "date"
            : "string";
    }
}
