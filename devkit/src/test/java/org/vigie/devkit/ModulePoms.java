package org.vigie.devkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The poms of all modules, as far as they say what depends on what of ours.
record ModulePoms(Path root) {

  static final String BAN = "org.vigie:*-service";

  private static final String OURS = "org.vigie";
  private static final Set<String> KNOWN_TO_SERVICES = Set.of("schemas", "service-kit");

  /// What breaks the rule that services know `schemas` and `service-kit` alone, and that nothing
  /// knows a service.
  List<String> faults() throws Exception {
    var parent = pom(root);
    var modules = texts(parent, "module");
    var faults = new ArrayList<String>();
    if (modules.isEmpty()) {
      faults.add("the parent names no module");
    }
    if (!texts(parent, "exclude").contains(BAN)) {
      faults.add("the enforcer of the parent does not ban " + BAN);
    }
    for (var module : modules) {
      var pom = pom(root.resolve(module));
      dependencies(pom).stream()
          .filter(dependency -> !mayKnow(module, dependency))
          .forEach(dependency -> faults.add(module + " may not know " + dependency));
      if (texts(pom, "artifactId").contains("maven-enforcer-plugin")) {
        faults.add(module + " changes the enforcer");
      }
      if (isService(pom) && !module.endsWith("-service")) {
        faults.add(module + " is a service: the ban needs a name that ends in -service");
      }
    }
    return faults;
  }

  private static boolean mayKnow(String module, String dependency) {
    return module.endsWith("-service")
        ? KNOWN_TO_SERVICES.contains(dependency)
        : !dependency.endsWith("-service");
  }

  private static boolean isService(Document pom) {
    return texts(pom, "artifactId").contains("quarkus-maven-plugin");
  }

  private static List<String> dependencies(Document pom) {
    return elements(pom, "dependency").stream()
        .filter(dependency -> child(dependency, "groupId").equals(OURS))
        .map(dependency -> child(dependency, "artifactId"))
        .toList();
  }

  private static String child(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent().strip();
  }

  private static List<String> texts(Document pom, String name) {
    return elements(pom, name).stream().map(e -> e.getTextContent().strip()).toList();
  }

  private static List<Element> elements(Document pom, String name) {
    var nodes = pom.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(n -> (Element) nodes.item(n)).toList();
  }

  private static Document pom(Path module) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(module.resolve("pom.xml").toFile());
  }
}
