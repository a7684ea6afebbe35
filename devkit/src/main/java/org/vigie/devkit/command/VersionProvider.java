package org.vigie.devkit.command;

import picocli.CommandLine.IVersionProvider;

/// The version that the build stamped on the jar.
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"vigie " + number()};
  }

  String number() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
