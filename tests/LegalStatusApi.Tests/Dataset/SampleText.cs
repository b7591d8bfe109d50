namespace LegalStatusApi.Tests.Dataset;

// The text of the sample: every kind of record, every field.
internal sealed partial class Sample
{
    private const string SubstancesText = """
        substances:
          - slug: psilocybin
            name: Psilocybin
            inn: psilocybine
            synonyms: [4-PO-DMT, indocybin]
            identifiers:
              cas: [520-52-5]
              pubchemCid: ['10624']
            forms:
              - slug: mushrooms
                name: Psilocybin mushrooms
                fallsBack: true
              - slug: spores
                name: Mushroom spores
                synonyms: [spore prints]
                fallsBack: false
          - slug: lsd
            name: LSD

        """;

    private const string PlaceText = """
        code: US
        type: country
        name: United States
        aliases: [USA, America]
        parents:
          - code: UN
            law: context
            from: 1945-10-24
        participation:
          - treaty: un-cps-1971
            party: true
            from: 1980-07-15
            citation: {source: un-status-list, version: 1, pinpoint: United States}
        classifications:
          - key: psilocybin-1
            substance: psilocybin
            to: 1971
            attestedFrom: 1966-12-31
            status: unclear
            medicalAccess: unknown
            summary: What held before the list is not settled.
            verification: unverified
            citations:
              - source: us-old-code
                version: 1
                role: named
          - key: psilocybin-2
            substance: psilocybin
            from: 1971
            status: prohibited
            schedule: Schedule I(c)
            activities:
              possession: criminal_offense
              research: license
            medicalAccess: research_only
            thresholds:
              - activity: supply
                quantity: 5.5
                unit: g
                basis: plant
                effect: severity_above
                below: a crime
                above: a graver crime
            conditions:
              minimumAge: 21
              setting: a laboratory
              indications: [depression, pain]
            summary: The federal list names it.
            verification: primary
            verifiedOn: 2026-11-21
            reviewDue: 2027-05-21
            disputed: One court differs.
            toCheck: Read the amendments.
            citations:
              - source: us-csa
                version: 2
                role: establishes
                pinpoint: § 812
                class: Schedule I(c)
              - source: us-old-code
                version: 1
                role: named
          - key: psilocybin-mushrooms-1
            substance: psilocybin
            form: mushrooms
            from: 1974-05
            status: deprioritized
            medicalAccess: none
            summary: A newspaper says so.
            verification: secondary
            verifiedOn: 2026-11-20
            citations:
              - source: us-news
                version: 1
                role: reports
          - key: lsd-1
            substance: lsd
            status: prohibited
            medicalAccess: unknown
            summary: A party to the convention.
            verification: treaty
            citations:
              - source: un-cps-1971
                version: 1
                role: named
        leads:
          - key: lsd-lead-1
            substance: lsd
            summary: The national list is not found.
            toCheck: Read the list.
            citations:
              - source: us-news
                version: 1
                role: reports
                pinpoint: page 3
        pending:
          - key: psilocybin-spores-pending-1
            substance: psilocybin
            form: spores
            kind: bill
            title: A bill on spores
            expectedOn: 2027-01
            summary: Spores would be listed.
            citations:
              - source: us-news
                version: 1
                role: reports

        """;

    private const string SourcesText = """
        jurisdiction: US
        sources:
          - key: us-csa
            type: statute
            title: Controlled Substances Act
            citation: 21 U.S.C. 801
            versions:
              - version: 1
                url: https://law.example.org/csa-1
                language: en
                publisher: Law
                publishedOn: 1970
                read: false
              - version: 2
                url: https://law.example.org/csa-2
                archiveUrl: https://archive.example.org/csa-2
                publishedOn: 1970-10-27
                retrievedOn: 2026-11-21
                sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                read: true
          - key: us-news
            type: article
            title: News
            versions:
              - version: 1
                url: https://news.example.org/
                retrievedOn: 2026-11-19
                read: true
          - key: us-old-code
            type: statute
            title: Old code
            versions:
              - version: 1
                read: false

        """;

    private const string TreatyText = """
        jurisdiction: UN
        sources:
          - key: un-cps-1971
            type: treaty
            title: Convention on Psychotropic Substances, 1971
            versions:
              - version: 1
                read: false
          - key: un-status-list
            type: database
            title: Status of participation
            versions:
              - version: 1
                retrievedOn: 2026-11-18
                read: true

        """;

    private const string GeneralText = """
        sources:
          - key: encyclopedia-of-law
            type: encyclopedia
            title: Encyclopedia of law
            versions:
              - version: 1
                retrievedOn: 2026-11-18
                read: true

        """;
}
