package org.vigie.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service depends on `schemas` and `service-kit` and on nothing else of ours; nothing depends on
/// a service. The enforcer keeps it in every build, this test keeps the enforcer.
class ModulesTest {

  private static final String BAN = "<exclude>%s</exclude>".formatted(ModulePoms.BAN);

  @TempDir private Path root;

  @Test
  void noModuleKnowsAServiceAndServicesKnowTheContractsAlone() throws Exception {
    assertThat(new ModulePoms(Path.of("..")).faults()).isEmpty();
  }

  @Test
  void aServiceThatKnowsAServiceIsFound() throws Exception {
    pom(".", BAN + "<module>a-service</module>");
    pom("a-service", dependency("schemas") + dependency("b-service"));
    assertThat(new ModulePoms(root).faults()).containsExactly("a-service may not know b-service");
  }

  @Test
  void aServiceThatKnowsAToolIsFound() throws Exception {
    pom(".", BAN + "<module>a-service</module>");
    pom("a-service", dependency("service-kit") + dependency("simulator"));
    assertThat(new ModulePoms(root).faults()).containsExactly("a-service may not know simulator");
  }

  @Test
  void aToolThatKnowsAServiceIsFound() throws Exception {
    pom(".", BAN + "<module>tool</module>");
    pom("tool", dependency("simulator") + dependency("a-service"));
    assertThat(new ModulePoms(root).faults()).containsExactly("tool may not know a-service");
  }

  @Test
  void anEnforcerThatIsLooserOrSwitchedOffIsFound() throws Exception {
    pom(".", "<module>tool</module>");
    pom("tool", "<plugin><artifactId>maven-enforcer-plugin</artifactId></plugin>");
    assertThat(new ModulePoms(root).faults())
        .containsExactly(
            "the enforcer of the parent does not ban org.vigie:*-service",
            "tool changes the enforcer");
  }

  @Test
  void aServiceWhoseNameTheBanDoesNotMeetIsFound() throws Exception {
    pom(".", BAN + "<module>portal</module>");
    pom("portal", "<plugin><artifactId>quarkus-maven-plugin</artifactId></plugin>");
    assertThat(new ModulePoms(root).faults())
        .containsExactly("portal is a service: the ban needs a name that ends in -service");
  }

  @Test
  void aParentWithoutModulesIsRefused() throws Exception {
    pom(".", BAN);
    assertThat(new ModulePoms(root).faults()).containsExactly("the parent names no module");
  }

  private static String dependency(String name) {
    return "<dependency><groupId>org.vigie</groupId><artifactId>%s</artifactId></dependency>"
        .formatted(name);
  }

  private void pom(String module, String content) throws IOException {
    var directory = Files.createDirectories(root.resolve(module));
    Files.writeString(directory.resolve("pom.xml"), "<project>%s</project>".formatted(content));
  }
}
