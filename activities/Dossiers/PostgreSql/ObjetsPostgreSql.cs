namespace FranceTravail.Parcours.Activities.Dossiers.PostgreSql;

/// <summary>
/// What happened is never rewritten, and a published template is pinned by journeys for years: the database itself refuses. Facts leave
/// with their whole dossier, or when they are written again from the histories.
/// </summary>
internal static class ObjetsPostgreSql
{
    private const string Refus =
        """
        CREATE OR REPLACE FUNCTION refuser_reecriture() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'raise_exception'; END $$;
        """;

    private const string RefusFaits =
        """
        CREATE OR REPLACE FUNCTION refuser_retrait_fait() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF EXISTS (SELECT 1 FROM "Dossiers" WHERE "Id" = OLD."DossierId")
            AND NOT EXISTS (SELECT 1 FROM "Reconstructions" WHERE "DossierId" = OLD."DossierId") THEN
            RAISE EXCEPTION 'Faits is append-only' USING ERRCODE = 'raise_exception';
          END IF;
          RETURN OLD;
        END $$;
        """;

    public static readonly IReadOnlyDictionary<string, string> Tous = new Dictionary<string, string>
    {
        ["faits_immuables_update"] = Refus + """CREATE TRIGGER faits_immuables_update BEFORE UPDATE ON "Faits" FOR EACH ROW EXECUTE FUNCTION refuser_reecriture();""",
        ["faits_immuables_delete"] = RefusFaits + """CREATE TRIGGER faits_immuables_delete BEFORE DELETE ON "Faits" FOR EACH ROW EXECUTE FUNCTION refuser_retrait_fait();""",
        ["modeles_immuables"] = Refus + """CREATE TRIGGER modeles_immuables BEFORE UPDATE OR DELETE ON "Modeles" FOR EACH ROW EXECUTE FUNCTION refuser_reecriture();""",
    };
}
