using FranceTravail.Parcours.Activities.Dossiers;
using FranceTravail.Parcours.Host.Imports;
using NodaTime;
using Xunit;

namespace FranceTravail.Parcours.Host.Tests.Imports;

public class When_a_file_of_persons_is_read
{
    [Fact]
    public void Should_read_every_column_of_a_good_row()
    {
        var flux = Fichiers.Lire(Fichiers.Entete, Fichiers.Bonne);
        Assert.Empty(flux.Erreurs);
        var row = Assert.Single(flux.Lignes);
        Assert.Equal(("R1", "Kaba", "Idriss"), (row.Reference, row.Valide.Nom, row.Valide.Prenom));
        Assert.Equal((new LocalDate(1992, 2, 1), "Liévin", "pas-de-calais"), (row.Valide.DateNaissance, row.Valide.Commune.Nom, row.Valide.Territoire!.Code));
        Assert.Equal((Allocation.Rsa, 3, 1, true), (row.Valide.Allocation, row.Valide.Foyer.Personnes, row.Valide.Foyer.EnfantsDeMoinsDe12Ans, row.Valide.Situation.Rsa));
    }

    [Fact]
    public void Should_read_commas_as_well_as_semicolons()
    {
        var flux = Fichiers.Lire(Fichiers.Entete.Replace(';', ','), Fichiers.Bonne.Replace(';', ','));
        Assert.Empty(flux.Erreurs);
        Assert.Single(flux.Lignes);
    }

    [Fact]
    public void Should_refuse_a_file_that_lacks_columns_and_name_them()
    {
        var refused = Assert.Throws<FichierRefuse>(() => Fichiers.Lire("reference;nom;telephone", "R1;Kaba;06"));
        Assert.Contains("date_naissance, commune", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_an_empty_file() => Assert.Throws<FichierRefuse>(() => Fichiers.Lire(""));

    [Theory]
    [InlineData("")]
    [InlineData(";;;;")]
    public void Should_say_that_a_file_names_nobody(string row) =>
        Assert.Contains("aucune personne", Assert.Throws<FichierRefuse>(() => Fichiers.Lire(Fichiers.Entete, row)).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_refuse_a_column_named_twice() => Assert.Contains("deux fois", Assert.Throws<FichierRefuse>(() => Fichiers.Lire(Fichiers.Entete + ";nom", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_name_the_columns_that_nothing_reads() => Assert.Equal(["humeur"], Fichiers.Lire(Fichiers.Entete + ";humeur", Fichiers.Bonne + ";bonne").ColonnesIgnorees);

    /// <summary>Who is known may have moved there: whether she is, the plan says.</summary>
    [Fact]
    public void Should_hold_back_no_other_row_for_a_commune_of_no_territory()
    {
        var flux = Fichiers.Lire(Fichiers.Entete, Fichiers.Bonne, "R11;Nowak;Ana;01/02/1992;75056;;;;;;");
        Assert.Empty(flux.Erreurs);
        Assert.Null(flux.Lignes[1].Valide.Territoire);
    }

    [Fact]
    public void Should_give_one_message_a_fault_with_its_line_and_column()
    {
        string[] planted =
        [
            "R2;;Ana;01/02/1992;62510;;;;;;", // nom
            "R4;Nowak;Ana;;62510;;;;;;", // date_naissance, missing
            "R5;Nowak;Ana;32/13/1992;62510;;;;;;", // not a date
            "R6;Nowak;Ana;01/02/2092;62510;;;;;;", // in the future
            "R7;Nowak;Ana;01/02/2015;62510;;;;;;", // too young
            "R8;Nowak;Ana;01/02/1802;62510;;;;;;", // too old
            "R9;Nowak;Ana;01/02/1992;;;;;;;", // commune, missing
            "R10;Nowak;Ana;01/02/1992;99999;;;;;;", // no such commune
            ";Nowak;Ana;01/02/1992;62510;;;;;;", // reference, missing
            "R1;Nowak;Ana;01/02/1992;62510;;;;;;", // reference, twice
            "R19;Nowak;Ana;01/02/1992", // columns
            "R20;N0wak;Ana;01/02/1992;62510;;;;;;", // a digit in a name
        ];
        var flux = Fichiers.Lire([Fichiers.Entete, Fichiers.Bonne, .. planted]);
        Assert.Equal(Enumerable.Range(3, planted.Length), flux.Erreurs.Select(e => e.Ligne).Order());
        Assert.Equal(
            [
                "nom", "date_naissance", "date_naissance", "date_naissance", "date_naissance", "date_naissance", "commune", "commune", "reference", "reference", null, "nom",
            ],
            flux.Erreurs.OrderBy(e => e.Ligne).Select(e => e.Colonne));
        Assert.Single(flux.Lignes);
        Assert.Empty(flux.Avertissements);
    }

    [Theory]
    [InlineData("telephone", "R2;Nowak;Ana;01/02/1992;62510;12;;;;;")]
    [InlineData("courriel", "R2;Nowak;Ana;01/02/1992;62510;;ana.courriel;;;;")]
    [InlineData("reference_caf", "R2;Nowak;Ana;01/02/1992;62510;;;123456789;;;")]
    [InlineData("allocation", "R2;Nowak;Ana;01/02/1992;62510;;;;Rente;;")]
    [InlineData("personnes_foyer", "R2;Nowak;Ana;01/02/1992;62510;;;;;zéro;")]
    [InlineData("enfants_moins_12", "R2;Nowak;Ana;01/02/1992;62510;;;;;2;2")]
    public void Should_leave_an_optional_field_out_with_a_warning_and_never_refuse_the_person(string column, string row)
    {
        var flux = Fichiers.Lire(Fichiers.Entete, row);
        Assert.Empty(flux.Erreurs);
        var warning = Assert.Single(flux.Avertissements);
        Assert.Equal((2, column), (warning.Ligne, warning.Colonne));
        Assert.DoesNotContain(column, Assert.Single(flux.Lignes).Dites);
    }

    [Theory]
    [InlineData("adresse", "code_postal", "parent_isole", "qualification", "mois_sans_emploi", "boe", "se_projette", "freins")]
    public void Should_leave_every_other_optional_column_out_as_well(params string[] columns)
    {
        var row = "R1;Nowak;01/02/1992;62510;" + string.Join(';', columns.Select(c => c is "adresse" ? new string('x', 201) : "???"));
        var flux = Fichiers.Lire("reference;nom;date_naissance;commune;" + string.Join(';', columns), row);
        Assert.Empty(flux.Erreurs);
        Assert.Equal(columns.Order(), flux.Avertissements.Select(a => a.Colonne).Distinct().Order());
        Assert.Single(flux.Lignes);
    }

    [Theory]
    [InlineData("69383", "69123", "Lyon")]
    [InlineData("69211", null, null)]
    public void Should_take_the_city_of_an_arrondissement_and_the_successor_of_a_former_commune_and_name_it(string code, string? taken, string? name)
    {
        var flux = Fichiers.Lire(Fichiers.Entete, $"R1;Nowak;Ana;01/02/1992;{code};;;;;;");
        Assert.Empty(flux.Erreurs);
        var commune = Assert.Single(flux.Lignes).Valide.Commune;
        Assert.NotEqual(code, commune.Code);
        Assert.Equal((taken ?? commune.Code, name ?? commune.Nom), (commune.Code, commune.Nom));
        Assert.Contains(commune.Nom, Assert.Single(flux.Avertissements).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Laissé de côté", flux.Avertissements[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";;;;;;;;;;")]
    [InlineData(";;;;")]
    [InlineData(";;;;;;;;;;;;;;;;;;")]
    [InlineData(" ; ;\u00a0;\t;;;;;\u200b;;")]
    [InlineData("\"\";\"\";;;;;;;;;")]
    [InlineData("")]
    public void Should_pass_over_rows_that_say_nothing(string blank)
    {
        var flux = Fichiers.Lire(Fichiers.Entete, blank, Fichiers.Bonne, blank, "R2;Nowak;Ana;01/02/1993;62510;;;;;;", blank, blank);
        Assert.Empty(flux.Erreurs);
        Assert.Equal(["R1", "R2"], flux.Lignes.Select(l => l.Reference));
    }

    [Theory]
    [InlineData("\u200bR1;\u200bKaba\u200b;\ufeffIdriss;01/02/1992\u200e;62510\u00ad;;idriss@courriel.example\u200b;;;;")]
    [InlineData("R1;Ka\u2060ba;Idri\u200css;\u202a01/02/1992\u202c;\u00a062510;;\u200bidriss@courriel.example;;;;")]
    public void Should_drop_in_every_field_what_nobody_sees(string row)
    {
        var flux = Fichiers.Lire(Fichiers.Entete, row);
        Assert.Empty(flux.Erreurs);
        Assert.Empty(flux.Avertissements);
        var read = Assert.Single(flux.Lignes);
        Assert.Equal(("R1", "Kaba", "Idriss", "idriss@courriel.example"), (read.Reference, read.Valide.Nom, read.Valide.Prenom, read.Valide.Contact.Courriel));
    }

    [Fact]
    public void Should_read_what_spreadsheets_make_of_a_file()
    {
        var flux = Fichiers.Lire(
            "sep=;", "Référence;Nom;PRÉNOM;Date de naissance;Commune;Code postal;Personnes foyer;", "R1;Kaba;Idriss;1992-02-01 00:00:00; 62510 ;62 800;3,0;");
        Assert.Empty(flux.Erreurs);
        Assert.Empty(flux.Avertissements);
        Assert.Empty(flux.ColonnesIgnorees);
        var read = Assert.Single(flux.Lignes);
        Assert.Equal((3, new LocalDate(1992, 2, 1), "62510", "62800", 3), (read.Ligne, read.Valide.DateNaissance, read.Valide.Commune.Code, read.Valide.Contact.CodePostal, read.Valide.Foyer.Personnes));
    }

    [Theory]
    [InlineData("Kaba;")]
    [InlineData("Saint–Pierre;Ana")]
    [InlineData("D'Hondt;Zoé-Lou")]
    [InlineData("Nguyễn;José María")]
    public void Should_take_names_as_people_have_them(string names)
    {
        var read = Assert.Single(Fichiers.Lire("reference;nom;prenom;date_naissance;commune", $"R1;{names};01/02/1992;62510").Lignes).Valide;
        Assert.Equal(names.Replace('–', '-').Replace('\'', '’'), $"{read.Nom};{read.Prenom}");
    }

    [Fact]
    public void Should_give_the_right_reason_for_a_name_too_long()
    {
        var fault = Assert.Single(Fichiers.Lire("reference;nom;prenom;date_naissance;commune", $"R1;{new string('a', 101)};Ana;01/02/1992;62510").Erreurs);
        Assert.Contains("compte 101 caractères", fault.Message, StringComparison.Ordinal);
        Assert.Single(Fichiers.Lire("reference;nom;prenom;date_naissance;commune", $"R1;{new string('a', 100)};Ana;01/02/1992;62510").Lignes);
    }

    [Fact]
    public void Should_not_blame_the_children_for_a_household_that_cannot_be_read() =>
        Assert.Equal("personnes_foyer", Assert.Single(Fichiers.Lire(Fichiers.Entete, "R1;Nowak;Ana;01/02/1992;62510;;;;;zéro;2").Avertissements).Colonne);

    [Fact]
    public void Should_count_the_lines_inside_quoted_fields()
    {
        var flux = Fichiers.Lire(Fichiers.Entete, "R1;\"Kaba\nBis\";Idriss;01/02/1992;62510;;;;;;", "R2;;Ana;01/02/1992;62510;;;;;;");
        Assert.Equal(4, flux.Erreurs.Single(e => e.Colonne is "nom").Ligne);
    }

    [Fact]
    public void Should_say_where_a_quote_is_never_closed()
    {
        var fault = Assert.Single(Fichiers.Lire(Fichiers.Entete, "R1;\"Kaba;Idriss;01/02/1992;62510;;;;;;").Erreurs);
        Assert.Equal((2, true), (fault.Ligne, fault.Message.Contains("guillemet", StringComparison.Ordinal)));
    }
}
