package org.vigie.ingestion;

import io.quarkus.test.junit.QuarkusTestProfile;

/// A service with a log and a database that other tests have not written to.
public final class OwnService implements QuarkusTestProfile {}
