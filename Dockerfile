# One image for every role; temporal-dev.yml names the role.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish host -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /donnees && chown "$APP_UID" /donnees
USER $APP_UID
VOLUME /donnees
ENTRYPOINT ["dotnet", "FranceTravail.Parcours.Host.dll"]
