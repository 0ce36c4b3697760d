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
        Assert.Equal((new LocalDate(1992, 2, 1), "Liévin", "pas-de-calais"), (row.Valide.DateNaissance, row.Valide.Commune.Nom, row.Valide.Territoire.Code));
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
        Assert.Contains("prenom, date_naissance, commune", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_an_empty_file() => Assert.Throws<FichierRefuse>(() => Fichiers.Lire(""));

    [Fact]
    public void Should_refuse_a_column_named_twice() => Assert.Contains("deux fois", Assert.Throws<FichierRefuse>(() => Fichiers.Lire(Fichiers.Entete + ";nom", "x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Should_name_the_columns_that_nothing_reads() => Assert.Equal(["humeur"], Fichiers.Lire(Fichiers.Entete + ";humeur", Fichiers.Bonne + ";bonne").ColonnesIgnorees);

    [Fact]
    public void Should_give_one_message_a_fault_with_its_line_and_column()
    {
        string[] planted =
        [
            "R2;;Ana;01/02/1992;62510;;;;;;", // nom
            "R3;Nowak;;01/02/1992;62510;;;;;;", // prenom
            "R4;Nowak;Ana;;62510;;;;;;", // date_naissance, missing
            "R5;Nowak;Ana;32/13/1992;62510;;;;;;", // not a date
            "R6;Nowak;Ana;01/02/2092;62510;;;;;;", // in the future
            "R7;Nowak;Ana;01/02/2015;62510;;;;;;", // too young
            "R8;Nowak;Ana;01/02/1802;62510;;;;;;", // too old
            "R9;Nowak;Ana;01/02/1992;;;;;;;", // commune, missing
            "R10;Nowak;Ana;01/02/1992;99999;;;;;;", // no such commune
            "R11;Nowak;Ana;01/02/1992;75056;;;;;;", // of no territory
            "R12;Nowak;Ana;01/02/1992;62510;12;;;;;", // telephone
            "R13;Nowak;Ana;01/02/1992;62510;;ana.courriel;;;;", // courriel
            "R14;Nowak;Ana;01/02/1992;62510;;;123456789;;;", // reference_caf
            "R15;Nowak;Ana;01/02/1992;62510;;;;Rente;;", // allocation
            "R16;Nowak;Ana;01/02/1992;62510;;;;;zéro;", // personnes_foyer
            "R17;Nowak;Ana;01/02/1992;62510;;;;;2;2", // enfants_moins_12
            ";Nowak;Ana;01/02/1992;62510;;;;;;", // reference, missing
            "R1;Nowak;Ana;01/02/1992;62510;;;;;;", // reference, twice
            "R19;Nowak;Ana;01/02/1992", // columns
            "R20;N0wak;Ana;01/02/1992;62510;;;;;;", // a digit in a name
        ];
        var flux = Fichiers.Lire([Fichiers.Entete, Fichiers.Bonne, .. planted]);
        Assert.Equal(20, flux.Erreurs.Count);
        Assert.Equal(Enumerable.Range(3, 20), flux.Erreurs.Select(e => e.Ligne).Order());
        Assert.Equal(
            [
                "nom", "prenom", "date_naissance", "date_naissance", "date_naissance", "date_naissance", "date_naissance", "commune", "commune", "commune",
                "telephone", "courriel", "reference_caf", "allocation", "personnes_foyer", "enfants_moins_12", "reference", "reference", null, "nom",
            ],
            flux.Erreurs.OrderBy(e => e.Ligne).Select(e => e.Colonne));
        Assert.Single(flux.Lignes);
    }

    [Fact]
    public void Should_not_blame_the_children_for_a_household_that_cannot_be_read() =>
        Assert.Equal("personnes_foyer", Assert.Single(Fichiers.Lire(Fichiers.Entete, "R1;Nowak;Ana;01/02/1992;62510;;;;;zéro;2").Erreurs).Colonne);

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
