package org.vigie.simulator.life;

import java.time.LocalDate;

/// One decision of a court, on the day from which it has effect.
public record Judgement(LocalDate on, Action action, Stage stage) {}
