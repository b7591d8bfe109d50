using LegalStatusApi.Tests.Support;

namespace LegalStatusApi.Tests.Features.Maintenance.Desk;

/// <summary>What the forms of records take, keep and refuse.</summary>
public sealed class EditingTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string Hostile = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'&amp;</textarea></select>";
    private TestApi _api = null!;
    private DeskBrowser _author = null!;

    public async ValueTask InitializeAsync()
    {
        await database.PublishAsync(Given.Substances().Place("DE").Place("FR").Record("lsd-1", "DE", "lsd", from: "2000-01-01")
            .Record("lsd-1", "FR", "lsd", from: "2000-01-01").Rows);
        _api = await TestApi.StartAsync(database.Reader, writer: database.Writer);
        _author = await DeskBrowser.SignInAsync(_api, database, "Ada", "propose");
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Hostile_text_in_every_field_is_shown_as_it_was_typed_and_does_nothing()
    {
        var set = await _author.OpenAsync(Hostile, Hostile);
        Harmless(1);
        await _author.GetAsync("/desk");
        Harmless(1);
        await _author.GetAsync("/desk/changesets");
        Harmless(1);

        var form = $"{set}/classifications/DE/lsd-1";
        await _author.GetAsync(form);
        var fields = DeskBrowser.FieldsOf(_author.FormOf(form)!)
            .Select(field => field.Name).Where(name => name is not ("token" or "once" or "version" or "citations.blank" or "thresholds.blank")).Distinct().ToList();
        Assert.InRange(fields.Count, 40, 60);
        (await _author.SendAsync(form, [.. fields.Select(field => (field, Hostile))])).Expect(422);
        Harmless(fields.Count);
        Assert.All(fields, field => Assert.Equal(Hostile, _author.Value(field)));

        await _author.EditAsync(set, "DE/lsd-1", [("schedule", Hostile.Replace("&amp;", "", StringComparison.Ordinal)), ("summary", Hostile), ("disputed", Hostile), ("citations[0].pinpoint", Hostile),
            ("change.kind", "corrected"), ("change.reason", Hostile)]);
        Assert.Equal(set, _author.Expect(200).Address);
        Harmless(6);
        await _author.GetAsync($"{set}/places/DE");
        Harmless(2);
    }

    [Fact]
    public async Task A_record_with_every_part_is_added_row_by_row()
    {
        var set = await _author.OpenAsync();
        await _author.GetAsync($"{set}/places/FR");
        Assert.NotNull(_author.Page.QuerySelector($"a[href='{set}/classifications/FR/psilocybin-mushrooms-1?substance=psilocybin&form=mushrooms']"));
        (await _author.GetAsync($"{set}/classifications/FR/psilocybin-mushrooms-1?substance=psilocybin&form=mushrooms")).Expect(200);
        var form = $"{set}/classifications/FR/psilocybin-mushrooms-1";
        await _author.SendAsync(form, ("status", "deprioritized"), ("from", "2020-02"), ("do", "citations"));
        Assert.Equal(("psilocybin", "mushrooms", "deprioritized"), (_author.Expect(200).Value("substance"), _author.Value("form"), _author.Value("status")));
        Assert.NotNull(_author.Page.QuerySelector("[name='citations[1].source']"));
        Assert.Equal(1, await database.Owner.AskAsync<int>($"select version from changeset where id = '{set.Split('/')[^1]}'"));

        await _author.SendAsync(form, ("medicalAccess", "none"), ("summary", "The council made it a lowest priority."), ("verification", "secondary"),
            ("verifiedOn", "2026-11-10"), ("reviewDue", "2027-05-10"), ("activities.possession", "low_priority"), ("conditions.minimumAge", "21"),
            ("conditions.indications", "depression"), ("conditions.indications", "pain"),
            ("thresholds[0].quantity", "5"), ("thresholds[0].unit", "g"), ("thresholds[0].basis", "plant"), ("thresholds[0].effect", "not_prosecuted_below"),
            ("citations[1].source", "law"), ("citations[1].version", "1"), ("citations[1].role", "reports"), ("citations[1].pinpoint", "§ 7"), ("do", "save"));

        Assert.Equal(set, _author.Expect(200).Address);
        (await _author.GetAsync(form)).Expect(200);
        Assert.Equal(("21", "5", "law", "§ 7", "low_priority"), (_author.Value("conditions.minimumAge"), _author.Value("thresholds[0].quantity"),
            _author.Value("citations[0].source"), _author.Value("citations[0].pinpoint"), _author.Value("activities.possession")));
        Assert.Equal(["depression", "pain"], _author.Page.QuerySelectorAll("[name='conditions.indications'][checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task A_record_is_taken_out_and_the_set_can_take_that_back()
    {
        var set = await _author.OpenAsync();
        await _author.GetAsync($"{set}/classifications/DE/lsd-1");
        (await _author.SendAsync($"{set}/classifications/DE/lsd-1/remove", ("reason", "It never was so."))).Expect(200);
        Assert.Contains("Withdrawn. The record is no longer said. It never was so.", _author.Text, StringComparison.Ordinal);

        await _author.StepAsync(set, "revert");

        Assert.Contains("Nothing yet.", _author.Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_marked_as_checked_again_against_a_new_version_of_its_source()
    {
        var set = await _author.OpenAsync();
        var verification = $"{set}/verifications/DE/lsd-1";
        await _author.GetAsync(verification);
        (await _author.SendAsync(verification, ("check.verifiedOn", "2027-01-01"), ("check.reason", "Read."))).Expect(422);
        Assert.Contains("2026-11-21", _author.Mistake("check.verifiedOn"), StringComparison.Ordinal);
        Assert.Equal(("2027-01-01", "Read."), (_author.Value("check.verifiedOn"), _author.Value("check.reason")));
        (await _author.SendAsync(verification, ("check.verifiedOn", "2026-11-20"), ("check.source", "law"), ("check.version", "2"))).Expect(422);
        Assert.Contains("There is no version 2", _author.Mistake("check.version"), StringComparison.Ordinal);

        var source = $"{set}/sources/general/law";
        await _author.GetAsync(source);
        (await _author.SendAsync(source, ("versions[1].url", "https://law.example/2"), ("versions[1].language", "en"), ("versions[1].retrievedOn", "2026-11-19"), ("versions[1].read", "true"))).Expect(200);
        await _author.GetAsync(verification);
        await _author.SendAsync(verification, ("check.verifiedOn", "2026-11-20"), ("check.source", "law"), ("check.version", "2"));

        Assert.Equal(set, _author.Expect(200).Address);
        Assert.Contains("Reverified.", _author.Text, StringComparison.Ordinal);
        Assert.Contains("Checked on", _author.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_added_and_its_mistakes_stand_beside_their_fields()
    {
        var set = await _author.OpenAsync();
        (await _author.GetAsync($"{set}/places/DE/sources?key=de-gazette")).Expect(200);
        var source = $"{set}/sources/DE/de-gazette";
        (await _author.SendAsync(source, ("title", "Gazette"), ("type", "order"), ("versions[0].url", "no address"))).Expect(422);
        Assert.NotNull(_author.Mistake("versions[0].url"));
        Assert.Equal(("Gazette", "order", "no address"), (_author.Value("title"), _author.Value("type"), _author.Value("versions[0].url")));

        (await _author.SendAsync(source, ("versions[0].url", "https://gazette.example/1"), ("versions[0].language", "de"))).Expect(200);

        Assert.Contains("de-gazette: Gazette", _author.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_is_added_and_becomes_another_after_that()
    {
        var set = await _author.OpenAsync();
        await _author.GetAsync($"{set}/places/FR");
        Assert.NotNull(_author.Page.QuerySelector($"a[href='{set}/leads/FR/ketamine-lead-1?substance=ketamine']"));
        var lead = $"{set}/leads/FR/ketamine-lead-1";
        await _author.GetAsync($"{lead}?substance=ketamine");

        (await _author.SendAsync(lead, ("summary", "An order may list it."))).Expect(422);
        Assert.Equal(("ketamine", "An order may list it."), (_author.Value("substance"), _author.Value("summary")));
        Assert.NotNull(_author.Mistake("toCheck"));
        await _author.SendAsync(lead, ("toCheck", "Read the order of 1997."), ("citations[0].source", "law"), ("citations[0].version", "1"), ("citations[0].role", "named"));

        Assert.Equal(set, _author.Expect(200).Address);
        Assert.Contains("Read the order of 1997.", _author.Text, StringComparison.Ordinal);
        Assert.Contains("An order may list it. Read the order of 1997.", (await _author.GetAsync($"{set}/places/FR")).Text, StringComparison.Ordinal);
        Assert.NotNull(_author.Page.QuerySelector($"a[href='{set}/leads/FR/ketamine-lead-2?substance=ketamine']"));
    }

    [Fact]
    public async Task Pending_law_is_added_and_taken_out_again()
    {
        var set = await _author.OpenAsync();
        var bill = $"{set}/pending/DE/lsd-pending-1";
        (await _author.GetAsync($"{bill}?substance=lsd")).Expect(200);
        (await _author.SendAsync(bill, ("kind", "bill"), ("title", "Bill 12"), ("expectedOn", "next year"), ("summary", "It would move it."))).Expect(422);
        Assert.Equal(("bill", "Bill 12", "next year"), (_author.Value("kind"), _author.Value("title"), _author.Value("expectedOn")));
        Assert.Contains("next year", _author.Mistake("expectedOn"), StringComparison.Ordinal);

        // "kind" is a field of pending law itself; what is wrong with the kind of the change stands beside that.
        (await _author.SendAsync(bill, ("expectedOn", "2027"), ("change.kind", "corrected"))).Expect(422);
        Assert.NotNull(_author.Mistake("change.reason"));
        await _author.SendAsync(bill, ("change.kind", ""), ("citations[0].source", "law"), ("citations[0].version", "1"), ("citations[0].role", "reports"));
        Assert.Equal(set, _author.Expect(200).Address);
        Assert.Contains("Bill 12", _author.Text, StringComparison.Ordinal);

        await _author.GetAsync(bill);
        (await _author.SendAsync($"{bill}/remove", ("reason", "It was another bill."))).Expect(200);
        Assert.Contains("Nothing yet.", _author.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_added_with_the_places_above_it_and_then_has_records()
    {
        var set = await _author.OpenAsync();
        await _author.GetAsync($"{set}?place=DE-BE&new=place");
        var place = $"{set}/jurisdictions/DE-BE";
        Assert.Equal(place, _author.Expect(200).Address);
        (await _author.SendAsync(place, ("name", "Berlin"), ("type", "subdivision"), ("aliases", "Land Berlin"), ("parents[0].code", "DE"))).Expect(422);
        Assert.Equal(("Berlin", "Land Berlin", "DE"), (_author.Value("name"), _author.Value("aliases"), _author.Value("parents[0].code")));
        Assert.NotNull(_author.Mistake("parents[0].law"));

        Assert.Equal(set, (await _author.SendAsync(place, ("parents[0].law", "applies"))).Expect(200).Address);

        Assert.Contains("Berlin", _author.Text, StringComparison.Ordinal);
        (await _author.GetAsync($"{set}/classifications/DE-BE/lsd-1?substance=lsd")).Expect(200);
        Assert.Equal("lsd", _author.Value("substance"));
        (await _author.GetAsync(place)).Expect(200);
        Assert.Equal(("Berlin", "Land Berlin", "applies"), (_author.Value("name"), _author.Value("aliases"), _author.Value("parents[0].law")));
    }

    [Fact]
    public async Task A_place_that_is_saved_as_it_stands_changes_nothing()
    {
        var set = await _author.OpenAsync();
        var place = $"{set}/jurisdictions/DE";
        (await _author.GetAsync(place)).Expect(200);

        Assert.Equal(set, (await _author.SendAsync(place, DeskSet.Correction)).Expect(200).Address);

        Assert.Contains("Nothing yet.", _author.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/classifications/DE/lsd-1")]
    [InlineData("/verifications/DE/lsd-1")]
    [InlineData("/sources/general/law")]
    [InlineData("/jurisdictions/DE")]
    public async Task A_set_that_is_edited_no_more_offers_no_form(string below)
    {
        var set = await _author.OpenAsync();
        await _author.StepAsync(set, "withdraw");

        (await _author.GetAsync(set + below)).Expect(409);

        Assert.NotNull(_author.Page.QuerySelector("[role=alert]"));
    }

    [Theory]
    [InlineData("general/law")]
    [InlineData("general/rumour")]
    public async Task A_source_that_is_saved_as_it_stands_changes_nothing(string source)
    {
        var set = await _author.OpenAsync();
        (await _author.GetAsync($"{set}/sources/{source}")).Expect(200);

        (await _author.SendAsync($"{set}/sources/{source}")).Expect(200);

        Assert.Equal($"{set}/places/general", _author.Address);
        Assert.Contains("Nothing yet.", (await _author.GetAsync(set)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_does_once_what_it_says()
    {
        await _author.GetAsync("/desk/changesets/new");
        var form = DeskBrowser.FieldsOf(_author.FormOf("/desk/changesets/new")!)
            .Where(field => field.Name is "token" or "once").Concat([("title", "Sent twice"), ("reason", "So.")]).ToArray();

        var first = (await _author.PostAsync("/desk/changesets/new", form)).Expect(200).Address;
        var second = (await _author.PostAsync("/desk/changesets/new", form)).Expect(200).Address;

        Assert.Equal(first, second);
        Assert.Equal(1, await database.Owner.AskAsync<long>("select count(*) from changeset where title = 'Sent twice'"));
    }

    [Theory]
    [InlineData("/places/XX", 404)]
    [InlineData("/classifications/XX/lsd-1", 404)]
    [InlineData("/verifications/DE/lsd-9", 404)]
    [InlineData("/leads/XX/lsd-lead-1", 404)]
    [InlineData("/pending/XX/lsd-pending-1", 404)]
    [InlineData("?place=nowhere%20at%20all", 400)]
    [InlineData("/places/DE/sources?key=No+slug", 400)]
    [InlineData("/places/DE?unknown=1", 400)]
    public async Task What_is_not_there_is_told_on_a_page(string below, int status)
    {
        var set = await _author.OpenAsync();

        (await _author.GetAsync(set + below)).Expect(status);

        Assert.NotNull(_author.Page.QuerySelector("[role=alert]"));
    }

    // What was typed stands in the page as text or as a value, as often as it should at least, and never as an element.
    private void Harmless(int times)
    {
        Assert.Empty(_author.Page.QuerySelectorAll("img, script:not([src]), [onerror]"));
        var shown = _author.Page.All.Count(element => element.Children.Length == 0 && element.TextContent.Contains(Hostile, StringComparison.Ordinal)
            || element.GetAttribute("value")?.Contains(Hostile, StringComparison.Ordinal) == true);
        Assert.True(shown >= times, $"{_author.Address} shows it {shown} times, not {times}.");
    }
}
