package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.vigie.simulator.life.Judgement;

/// A judgement, written under one établissement of its company.
public record ProcolRow(LocalDate knownOn, String siren, String siret, Judgement judgement)
    implements Row {}
