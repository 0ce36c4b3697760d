using Microsoft.AspNetCore.Components;

namespace FranceTravail.Parcours.Host.Espaces.Commun;

/// <summary>
/// A component that is rendered once it has read what it shows. The framework's own renders a first time while it still reads, with nothing
/// in its fields: a page that is sent whole has no use for that. A store that answers at once, as a file does, hides it; a server shows it.
/// </summary>
public abstract class ComposantCharge : ComponentBase
{
    private bool commence;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!commence)
        {
            commence = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}
