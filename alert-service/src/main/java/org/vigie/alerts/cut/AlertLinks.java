package org.vigie.alerts.cut;

import java.util.ArrayList;
import java.util.List;

/// Where the administration of an alert can read more with its own token.
///
/// @param alerts address at which administrations reach alert-service, without a slash at its end;
///     empty where one address serves all services: the links are paths then
/// @param scores address of scoring-service
/// @param companies address of feature-service
public record AlertLinks(String alerts, String scores, String companies) {

  public AlertLinks {
    alerts = withoutSlash(alerts);
    scores = withoutSlash(scores);
    companies = withoutSlash(companies);
  }

  /// The links of an alert.
  ///
  /// @param scored whether the company has a score that is open to the administration: of one that
  ///     has none, scoring-service answers nobody
  List<String> of(String alert, String siren, boolean scored) {
    var links = new ArrayList<String>();
    links.add(alerts + "/alerts/" + alert);
    if (scored) {
      links.add(scores + "/scores/" + siren);
    }
    links.add(companies + "/companies/" + siren + "/features");
    links.add(companies + "/companies/" + siren + "/history");
    return List.copyOf(links);
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
