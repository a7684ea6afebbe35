package org.vigie.devkit.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The first port, as typed or set in the environment; empty means not given, which is 0.
final class PortBase implements ITypeConverter<Integer> {

  @Override
  public Integer convert(String value) {
    if (value.isBlank()) {
      return 0;
    }
    try {
      return Integer.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw new TypeConversionException("« " + value + " » is not a port number");
    }
  }
}
