namespace FranceTravail.Parcours.Workflows.Courriers;

public enum CanalCourrier
{
    /// <summary>Short message by the person's preferred means (SMS, e-mail).</summary>
    Message,

    /// <summary>A letter whose date of receipt is certain (recommended letter or recommended e-delivery).</summary>
    DateCertaine,
}
