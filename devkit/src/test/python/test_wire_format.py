"""A topic of Vigie as a client of another language sees it: Confluent's, with the registry's Confluent API.

The journey of the wire format runs these tests on the running platform, and tells them in the environment
where it is: KAFKA_BOOTSTRAP, KAFKA_USER, KAFKA_PASSWORD, REGISTRY_URL, the number of PARTITIONS, the DELIVERY
under which Java wrote a record, and the one under which it will look for Python's.
"""

import os
import time

import pytest
from confluent_kafka import OFFSET_BEGINNING, Consumer, Producer, TopicPartition
from confluent_kafka.schema_registry import SchemaRegistryClient
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

TOPIC = "rejections"
VALUE = SerializationContext(TOPIC, MessageField.VALUE)
PATIENCE_SECONDS = 60

ROW = "671;14;é".encode()
REJECTION = {
    "provider": "urssaf",
    "source": "cotisation",
    "origin": "sigfaible_cotisdues.csv",
    "line": 2,
    "offset": 80,
    "length": 24,
    "column": "periode",
    "value": "2026",
    "reason": "a period has 4 or 6 characters whose last two are a quarter and a month",
    "raw": ROW,
}


@pytest.fixture
def registry():
    return SchemaRegistryClient({"url": os.environ["REGISTRY_URL"]})


@pytest.fixture
def access():
    return {
        "bootstrap.servers": os.environ["KAFKA_BOOTSTRAP"],
        "security.protocol": "SASL_PLAINTEXT",
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.username": os.environ["KAFKA_USER"],
        "sasl.password": os.environ["KAFKA_PASSWORD"],
    }


def test_python_reads_what_java_wrote(access, registry):
    delivery = os.environ["JAVA_DELIVERY"]
    value = AvroDeserializer(registry)(value_of(access, delivery), VALUE)
    assert value == {"delivery": delivery} | REJECTION


def test_python_writes_for_java_to_read(access, registry):
    delivery = os.environ["PYTHON_DELIVERY"]
    serializer = AvroSerializer(registry, conf={"auto.register.schemas": False, "use.latest.version": True})
    failures = []
    producer = Producer(access)
    producer.produce(
        TOPIC,
        key=delivery,
        value=serializer({"delivery": delivery} | REJECTION, VALUE),
        on_delivery=lambda error, _: failures.append(error) if error else None,
    )
    assert producer.flush(PATIENCE_SECONDS) == 0
    assert failures == []


def value_of(access, key):
    consumer = Consumer(access | {"group.id": "unused", "enable.auto.commit": False})
    try:
        consumer.assign([TopicPartition(TOPIC, number, OFFSET_BEGINNING) for number in range(int(os.environ["PARTITIONS"]))])
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            message = consumer.poll(1)
            if message is not None and message.error() is None and message.key() == key.encode():
                return message.value()
        raise AssertionError(f"{key} was not found on {TOPIC} within {PATIENCE_SECONDS} s")
    finally:
        consumer.close()
