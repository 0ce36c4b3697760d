using System.Globalization;
using FranceTravail.Parcours.Workflows.Droit;
using FranceTravail.Parcours.Workflows.Etapes;
using FranceTravail.Parcours.Workflows.Etapes.Fil;
using FranceTravail.Parcours.Workflows.Etapes.Reprise;
using FranceTravail.Parcours.Workflows.Modele;
using FranceTravail.Parcours.Workflows.Parcours;

namespace FranceTravail.Parcours.Designer.Compilation;

/// <summary>
/// The shape of the graph: one start, every node in reach of it or of one thread, an end within reach, no cycle that nobody
/// decides; threads that keep to themselves.
/// </summary>
internal sealed class FormeModele(CatalogueEtapes catalogue, IReadOnlyList<Noeud> noeuds, Loi loi, List<ErreurModele> erreurs)
{
    private readonly Dictionary<string, Noeud> parId = noeuds.DistinctBy(n => n.Id, StringComparer.Ordinal).ToDictionary(n => n.Id, StringComparer.Ordinal);

    /// <summary>The nodes in the order in which a journey first meets them, the start first, then those of each thread.</summary>
    public IReadOnlyList<Noeud> Ordre { get; private set; } = [];

    public IReadOnlyList<FilModele> Fils { get; private set; } = [];

    public IReadOnlyList<RepriseModele> Reprises { get; private set; } = [];

    /// <summary>Finds the order; what it finds is meaningless when errors were added.</summary>
    public void Controler()
    {
        var debuts = noeuds.Where(n => Etape(n).EstDebut).ToList();
        if (debuts is not [var debut])
        {
            erreurs.Add(debuts.Count == 0
                ? new(CodeErreur.DebutManquant, null, "Le modèle n’a pas de début : il lui faut une étape d’inscription.")
                : new(CodeErreur.DebutsMultiples, debuts[1].Id, $"Le modèle a {debuts.Count} débuts ({string.Join(", ", debuts.Select(d => $"« {d.Titre} »"))}) ; il ne peut en avoir qu’un."));
            return;
        }

        if (noeuds.FirstOrDefault(n => n.Sorties.Values.Contains(debut.Id)) is { } retour)
        {
            erreurs.Add(new(CodeErreur.DebutAvecEntree, retour.Id, $"« {retour.Titre} » ramène au début du parcours : l’inscription n’a lieu qu’une fois."));
        }

        var principal = Parcourir(debut);
        var declares = noeuds.Where(n => Etape(n).EstDebutDeFil).ToList();
        var fils = declares.Select(d => Parcourir(parId[d.Sorties.Values.Single()])).ToList();
        var reprises = noeuds.Where(n => Etape(n).EstReprise).ToList();
        foreach (var perdu in noeuds.Except(principal).Except(declares).Except(reprises).Except(fils.SelectMany(f => f)))
        {
            erreurs.Add(new(CodeErreur.NoeudInaccessible, perdu.Id, $"« {perdu.Titre} » ne peut jamais être atteinte depuis le début."));
        }

        Troncon(principal, Etape(debut), fin: e => e.EstFin, autreFin: e => e.EstFinDeFil, "aucune fin du parcours");
        for (var i = 0; i < fils.Count; i++)
        {
            Troncon(fils[i], Etape(declares[i]), fin: e => e.EstFinDeFil, autreFin: e => e.EstFin || e.EstDebut, "aucune fin du fil");
            Separer(declares[i], fils[i], [principal, .. fils.Take(i)]);
        }

        foreach (var declare in declares.Concat(reprises).Where(d => principal.Contains(d) || fils.Any(x => x.Contains(d))))
        {
            erreurs.Add(new(CodeErreur.FilMele, declare.Id, $"« {declare.Titre} » est une déclaration : aucune étape ne peut y mener."));
        }

        Ordre = [.. principal, .. fils.SelectMany(f => f)];
        Fils = [.. declares.Select(LireFil)];
        Reprises = [.. reprises.Select(LireReprise)];
        erreurs.AddRange(Omissions(debut, principal));
        erreurs.AddRange(reprises.SelectMany(r => Reprendre(r, debut, principal, [.. declares.Zip(fils)])));
        erreurs.AddRange(Ordre.SelectMany(Entrainer));
        erreurs.AddRange(declares.Zip(fils).SelectMany(f => Tenir(f.First, f.Second)));
        erreurs.AddRange(principal.Where(n => Etape(n).Demarche is not null)
            .Select(n => new ErreurModele(CodeErreur.FilMele, n.Id, $"« {n.Titre} » lit un formulaire : elle n’a pas sa place dans l’accompagnement.")));
    }

    /// <summary>One start and all that follows it.</summary>
    private void Troncon(List<Noeud> ordre, DefinitionEtape debut, Func<DefinitionEtape, bool> fin, Func<DefinitionEtape, bool> autreFin, string manque)
    {
        foreach (var egare in ordre.Where(n => autreFin(Etape(n)) && Etape(n) != debut))
        {
            erreurs.Add(new(CodeErreur.FilMele, egare.Id, $"« {egare.Titre} » n’a pas sa place dans ce fil."));
        }

        var issues = Remonter([.. ordre.Where(n => fin(Etape(n)))], ordre);
        foreach (var enferme in ordre.Where(n => !issues.Contains(n.Id)))
        {
            erreurs.Add(new(CodeErreur.SansIssue, enferme.Id, $"Depuis « {enferme.Titre} », {manque} ne peut être atteinte."));
        }

        if (Boucle(ordre) is { Count: > 0 } boucle)
        {
            erreurs.Add(new(CodeErreur.BoucleSansDecision, boucle[0].Id, $"Le parcours peut tourner sans que personne ne décide : {string.Join(" → ", boucle.Append(boucle[0]).Select(n => $"« {n.Titre} »"))}. Une boucle doit passer par une revue ou un diagnostic."));
        }
    }

    /// <summary>Two threads share no step: one could move the other.</summary>
    private void Separer(Noeud declare, List<Noeud> fil, IEnumerable<List<Noeud>> autres)
    {
        if (fil.FirstOrDefault(n => autres.Any(a => a.Contains(n))) is { } commun)
        {
            erreurs.Add(new(CodeErreur.FilMele, commun.Id, $"« {commun.Titre} » appartient à deux fils, dont « {declare.Titre} » : chaque étape n’a qu’un fil."));
        }
    }

    private FilModele LireFil(Noeud declare)
    {
        var fil = new FilModele
        {
            Id = declare.Id,
            Titre = declare.Titre,
            Entree = declare.Sorties.Values.Single(),
            Annonce = declare.Parametres[FilDefinition.Annonce] is { Length: > 0 } annonce ? annonce : null,
            Ouvreurs = Liste(declare.Parametres[FilDefinition.Ouvreurs]),
            Depuis = Liste(declare.Parametres[FilDefinition.Depuis]),
            Max = int.Parse(Etape(declare).Entrees.Single(e => e.Nom == FilDefinition.Max).Valeur(declare.Parametres.GetValueOrDefault(FilDefinition.Max), loi), CultureInfo.InvariantCulture),
            FinitAvecLAccompagnement = declare.Parametres[FilDefinition.FinitAvecLAccompagnement] == "true",
            Separe = declare.Parametres[FilDefinition.Separe] == "true",
        };
        foreach (var role in fil.Ouvreurs.Where(r => r is not (nameof(RoleActeur.Personne) or nameof(RoleActeur.Conseiller) or nameof(RoleActeur.Encadrement))))
        {
            erreurs.Add(new(CodeErreur.ValeurInvalide, declare.Id, $"« {declare.Titre} » : « {role} » n’est pas un rôle qui puisse ouvrir un fil."));
        }

        foreach (var inconnue in fil.Depuis.Where(d => !parId.ContainsKey(d)))
        {
            erreurs.Add(new(CodeErreur.ValeurInvalide, declare.Id, $"« {declare.Titre} » : l’étape « {inconnue} » n’existe pas."));
        }

        if (fil is { Annonce: null, Ouvreurs.Count: 0 })
        {
            erreurs.Add(new(CodeErreur.EntreeManquante, declare.Id, $"« {declare.Titre} » : rien n’ouvre ce fil ; il lui faut une annonce ou un rôle."));
        }

        return fil;
    }

    private RepriseModele LireReprise(Noeud declare)
    {
        var reprise = new RepriseModele { Id = declare.Id, Titre = declare.Titre, Annonce = declare.Parametres[RepriseDefinition.Annonce], Vers = declare.Sorties.Values.Single() };
        if (noeuds.First(n => Etape(n).EstReprise && n.Parametres[RepriseDefinition.Annonce] == reprise.Annonce) != declare)
        {
            erreurs.Add(new(CodeErreur.ValeurInvalide, declare.Id, $"« {declare.Titre} » : une autre reprise attend déjà la même annonce."));
        }

        return reprise;
    }

    /// <summary>
    /// The accompaniment is taken up within itself, and from there on nothing is left out either: what the law puts before a step was passed
    /// wherever the thread that announces may begin, or is passed again.
    /// </summary>
    private IEnumerable<ErreurModele> Reprendre(Noeud reprise, Noeud debut, List<Noeud> principal, IReadOnlyList<(Noeud Declare, List<Noeud> Etapes)> fils)
    {
        var vers = parId[reprise.Sorties.Values.Single()];
        var departs = fils.Where(f => f.Etapes.Exists(n => Etape(n).Entraine.Contains(reprise.Parametres[RepriseDefinition.Annonce])))
            .Select(f => Liste(f.Declare.Parametres[FilDefinition.Depuis]))
            .SelectMany(d => d.Length == 0 ? principal : d.Where(parId.ContainsKey).Select(id => parId[id]))
            .ToList();
        return principal.Contains(vers)
            ? Omissions(vers, Parcourir(vers), dejaLa: acquis => departs.Count > 0 && departs.TrueForAll(d => !Parcourir(debut, sauf: acquis).Contains(d)))
            : [new(CodeErreur.FilMele, reprise.Id, $"« {reprise.Titre} » : « {vers.Titre} » n’est pas une étape de l’accompagnement.")];
    }

    /// <summary>What the law wants to begin when a step announces something does begin, in the right thread; and what reads an announcement begins by it.</summary>
    private IEnumerable<ErreurModele> Entrainer(Noeud noeud)
    {
        foreach (var annonce in Etape(noeud).Entraine)
        {
            var entrees = Fils.Where(f => f.Annonce == annonce && f.Depuis.Count == 0).Select(f => f.Entree).Concat(Reprises.Where(r => r.Annonce == annonce).Select(r => r.Vers));
            if (!entrees.Any(e => Etape(parId[e]).DonneSuiteA(annonce)))
            {
                yield return new(CodeErreur.EtapeOmise, noeud.Id, $"Après « {noeud.Titre} » il faut un fil, ou une reprise de l’accompagnement, qui commence par {Noms(d => d.DonneSuiteA(annonce))} quand elle annonce « {annonce} ».");
            }
        }

        if (Etape(noeud).OuvertPar is { } ouvrePar
            && (!Fils.Any(f => f.Entree == noeud.Id && f.Annonce == ouvrePar && f.Ouvreurs.Count == 0) || noeuds.Any(n => !Etape(n).EstDebutDeFil && n.Sorties.Values.Contains(noeud.Id))))
        {
            yield return new(CodeErreur.FilMele, noeud.Id, $"« {noeud.Titre} » ne peut que commencer un fil, et un fil que seule l’annonce « {ouvrePar} » ouvre.");
        }
    }

    /// <summary>What a thread may be, from the steps that it is made of.</summary>
    private IEnumerable<ErreurModele> Tenir(Noeud declare, List<Noeud> etapes)
    {
        var fil = Fils.First(f => f.Id == declare.Id);
        if (fil.Separe && etapes.Exists(n => Etape(n).Entraine.Count > 0 || Etape(n).OuvertPar is not null))
        {
            yield return new(CodeErreur.ValeurInvalide, declare.Id, $"« {declare.Titre} » change l’accompagnement : il ne peut pas se dérouler à part.");
        }

        if (!fil.FinitAvecLAccompagnement && etapes.Exists(n => Etape(n).Entraine.Count > 0))
        {
            yield return new(CodeErreur.ValeurInvalide, declare.Id, $"« {declare.Titre} » change l’accompagnement : il doit finir avec lui.");
        }

        // What was typed is read by the first step, and once.
        foreach (var formulaire in etapes.Where(n => Etape(n).Demarche is not null && (n.Id != fil.Entree || fil.Annonce is not null || fil.Ouvreurs.Count == 0 || etapes.Exists(e => e.Sorties.Values.Contains(n.Id)))))
        {
            yield return new(CodeErreur.FilMele, formulaire.Id, $"« {formulaire.Titre} » lit un formulaire : elle ne peut que commencer un fil que quelqu’un ouvre, et lui seul.");
        }
    }

    private static string[] Liste(string texte) => texte.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Steps that a way through the graph reaches without what the law puts before them.</summary>
    /// <param name="debut">Where the ways begin.</param>
    /// <param name="ordre">All that they reach.</param>
    /// <param name="dejaLa">What she has before they begin.</param>
    private IEnumerable<ErreurModele> Omissions(Noeud debut, List<Noeud> ordre, Func<Acquis, bool>? dejaLa = null) =>
        from noeud in ordre
        from acquis in Etape(noeud).Suppose
        where Etape(debut).Apporte != acquis && dejaLa?.Invoke(acquis) is not true
        where Parcourir(debut, sauf: acquis).Contains(noeud)
        select new ErreurModele(CodeErreur.EtapeOmise, noeud.Id, $"« {noeud.Titre} » peut être atteinte sans passer par {Noms(d => d.Apporte == acquis)}, que la loi place avant elle.");

    /// <summary>« l’étape « Diagnostic » », by their names in the catalogue.</summary>
    private string Noms(Func<DefinitionEtape, bool> lesquelles) => string.Join(" ou ", catalogue.Definitions.Where(lesquelles).Select(d => $"l’étape « {d.Nom} »"));

    private DefinitionEtape Etape(Noeud noeud) => catalogue.Trouver(noeud.Type)!;

    /// <summary>Where a node leads, in the order of the step's outcomes.</summary>
    private IEnumerable<Noeud> Suites(Noeud noeud) =>
        Etape(noeud).Sorties.Select(s => parId[noeud.Sorties[s.Nom]]).Distinct();

    private List<Noeud> Parcourir(Noeud debut, Acquis? sauf = null)
    {
        var ordre = new List<Noeud> { debut };
        for (var i = 0; i < ordre.Count; i++)
        {
            ordre.AddRange(Suites(ordre[i]).Where(n => (sauf is null || Etape(n).Apporte != sauf) && !ordre.Contains(n)));
        }

        return ordre;
    }

    private static HashSet<string> Remonter(IReadOnlyList<Noeud> fins, List<Noeud> noeuds)
    {
        var atteints = fins.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        while (noeuds.Exists(n => !atteints.Contains(n.Id) && n.Sorties.Values.Any(atteints.Contains)))
        {
            atteints.UnionWith(noeuds.Where(n => n.Sorties.Values.Any(atteints.Contains)).Select(n => n.Id));
        }

        return atteints;
    }

    /// <summary>A cycle of which no step is decided by a person, or nothing.</summary>
    private List<Noeud> Boucle(List<Noeud> troncon)
    {
        var seuls = troncon.Where(n => !Etape(n).PermetUneBoucle).ToList();
        foreach (var depart in seuls)
        {
            // Breadth first from each node back to itself: the shortest cycle is the one to show.
            var venuDe = new Dictionary<string, Noeud>(StringComparer.Ordinal);
            var file = new Queue<Noeud>([depart]);
            while (file.TryDequeue(out var noeud))
            {
                foreach (var suite in Suites(noeud).Where(s => seuls.Contains(s) && venuDe.TryAdd(s.Id, noeud)))
                {
                    file.Enqueue(suite);
                }
            }

            if (venuDe.TryGetValue(depart.Id, out var precedent))
            {
                var boucle = new List<Noeud>();
                for (var noeud = precedent; noeud != depart; noeud = venuDe[noeud.Id])
                {
                    boucle.Insert(0, noeud);
                }

                return [depart, .. boucle];
            }
        }

        return [];
    }
}
