package org.vigie.devkit.command;

import picocli.CommandLine.IVersionProvider;

/// The version that the build stamped on the jar.
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = VersionProvider.class.getPackage().getImplementationVersion();
    return new String[] {"vigie " + (version == null ? "(not packaged)" : version)};
  }
}
