package org.vigie.scoring.assess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Perimeter;
import org.vigie.schemas.Perimeter.Company;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.events.ScoreOutcome;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;
import org.vigie.scoring.model.Bounds;
import org.vigie.scoring.model.Model;
import org.vigie.scoring.model.Prediction;
import org.vigie.scoring.model.Predictor;

/// Scores vectors with one model, or says why not. Owned by one thread at a time, as its predictor
/// is.
public final class Assessor implements AutoCloseable {

  private final Predictor predictor;
  private final Model model;
  private final OptionalInt indispensable;
  private final List<Thresholds> thresholds;

  public Assessor(Predictor predictor) {
    this.predictor = predictor;
    this.model = predictor.model();
    this.indispensable = model.positionOf(Perimeter.INDISPENSABLE);
    this.thresholds =
        model.bounds().stream()
            .map(bounds -> new Thresholds(bounds.modere(), bounds.eleve()))
            .toList();
  }

  /// Version of its model.
  public String version() {
    return model.version();
  }

  /// The outcome for a vector.
  ///
  /// @param assessor the model that scores it; empty when none can be had
  public static ScoreOutcome assess(CompanyFeatures vector, Optional<Assessor> assessor) {
    return Perimeter.exclusion(Company.of(vector.getProfile()))
        .<ScoreOutcome>map(Unscored::new)
        .or(() -> assessor.filter(one -> one.fits(vector)).map(one -> one.outcomeOf(vector)))
        .orElseGet(() -> new Unscored(AbstentionReason.MODELE_INDISPONIBLE));
  }

  /// Whether the vector is of the catalogue of its model.
  public boolean fits(CompanyFeatures vector) {
    return vector.getCatalogue().equals(model.catalogue())
        && vector.getValues().size() == model.features().size();
  }

  private ScoreOutcome outcomeOf(CompanyFeatures vector) {
    List<Double> values = vector.getValues();
    return indispensable.stream()
        .mapToObj(at -> Perimeter.exclusion(Company.of(vector.getProfile()), values.get(at)))
        .flatMap(Optional::stream)
        .findFirst()
        .<ScoreOutcome>map(Unscored::new)
        .orElseGet(() -> new Measured(scored(predictor.predict(values))));
  }

  private Scored scored(Prediction prediction) {
    List<Bounds> bounds = model.bounds();
    return Scored.newBuilder()
        .setP12(prediction.p12())
        .setP18(prediction.p18())
        .setP24(prediction.p24())
        .setLevel12(bounds.get(0).levelOf(prediction.p12()))
        .setLevel18(bounds.get(Model.MAIN_HORIZON).levelOf(prediction.p18()))
        .setLevel24(bounds.get(2).levelOf(prediction.p24()))
        .setIntercept(prediction.intercept())
        .setContributions(contributions(prediction))
        .setThresholds(thresholds)
        .build();
  }

  private List<Contribution> contributions(Prediction prediction) {
    List<String> themes = model.themes();
    return IntStream.range(0, themes.size())
        .mapToObj(at -> new Contribution(themes.get(at), prediction.contributions().get(at)))
        .toList();
  }

  @Override
  public void close() {
    predictor.close();
  }
}
