#!/usr/bin/env python3
"""The matcher's training step in jax, compiled by XLA: a second peer of `./nurie bench neural`.

Needs jax from PyPI. Reads one task a line from standard input and answers each with one line:

    matcher PAIRS SIDE    seconds of one training step of the matcher, once compiled

Pictures are [N, H, W, C] here, which XLA convolves faster on a CPU.
"""
import os
import sys
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=true intra_op_parallelism_threads=2"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import jax.numpy as jnp

WIDTHS, BLOCKS, RATE = (48, 96, 144, 160), (1, 2, 2, 2), 1e-3


class Weights:
    """What a network's layers ask for by name: made at first, then read."""

    def __init__(self, values=None):
        self.values, self.is_new = ({}, True) if values is None else (values, False)

    def get(self, name, make):
        if self.is_new:
            self.values[name] = make(jax.random.key(len(self.values)))
        return self.values[name]


def convolution(w, name, x, outputs, kernel=3, stride=1):
    shape = (kernel, kernel, x.shape[-1], outputs)
    deviation = (2 / (kernel * kernel * x.shape[-1])) ** 0.5
    weight = w.get(name + ".weight", lambda key: jax.random.normal(key, shape) * deviation)
    padding = [(kernel // 2, kernel // 2)] * 2
    x = jax.lax.conv_general_dilated(x, weight, (stride, stride), padding, dimension_numbers=("NHWC", "HWIO", "NHWC"))
    return x + w.get(name + ".bias", lambda _: jnp.zeros(outputs))


def norm(w, name, x, groups=8):
    count, height, width, channels = x.shape
    rows = x.reshape(count, height * width, groups, channels // groups)
    mean, variance = rows.mean((1, 3), keepdims=True), rows.var((1, 3), keepdims=True)
    even = ((rows - mean) * jax.lax.rsqrt(variance + 1e-5)).reshape(x.shape)
    return even * w.get(name + ".weight", lambda _: jnp.ones(channels)) + w.get(name + ".bias", lambda _: jnp.zeros(channels))


def block(w, name, x):
    inner = jax.nn.relu(convolution(w, name + ".first", norm(w, name + ".norm", x), x.shape[-1]))
    return x + convolution(w, name + ".second", inner, x.shape[-1])


def stem(w, name, x):
    return convolution(w, name + ".second", jax.nn.relu(convolution(w, name + ".first", x, 24, stride=2)), 48, stride=2)


def matcher(w, lines, colours):
    """Sources/Networks/MatcherNetwork.swift."""
    x = jnp.concatenate([stem(w, "lines", lines), stem(w, "colours", colours)])
    scales = []
    for level, (width, count) in enumerate(zip(WIDTHS, BLOCKS)):
        if level > 0:
            x = convolution(w, f"coarser.{level}", norm(w, f"coarser.{level}.norm", x), width, stride=2)
        for number in range(count):
            x = block(w, f"down.{level}.{number}", x)
        scales.append(x)
    for level in (2, 1, 0):
        x = convolution(w, f"narrower.{level}", norm(w, f"narrower.{level}.norm", x), WIDTHS[level], kernel=1)
        x = block(w, f"up.{level}", scales[level] + x.repeat(2, 1).repeat(2, 2))
    x = norm(w, "norm", x)
    embedding = convolution(w, "embedding", x, 64, kernel=1)
    embedding *= jax.lax.rsqrt((embedding**2).sum(-1, keepdims=True) + 1e-6)
    return embedding, convolution(w, "parts", x, 14, kernel=1)


class Training:
    def __init__(self, pairs, side):
        keys = jax.random.split(jax.random.key(0), 4)
        self.lines = jax.random.uniform(keys[0], (pairs, side, side, 2))
        self.colours = jax.random.uniform(keys[1], (pairs, side, side, 4))
        self.given = jax.random.normal(keys[2], (2 * pairs, side // 4, side // 4, 64))
        self.labels = jax.random.randint(keys[3], (2 * pairs, side // 4, side // 4), 0, 14)
        weights = Weights()
        matcher(weights, self.lines[:1], self.colours[:1])
        means, squares = (jax.tree.map(jnp.zeros_like, weights.values) for _ in range(2))
        self.state = (weights.values, means, squares, jnp.zeros(()))
        self.update = jax.jit(self.updated, donate_argnums=0)

    def loss(self, values, lines, colours, given, labels):
        embedding, parts = matcher(Weights(values), lines, colours)
        chosen = jnp.take_along_axis(jax.nn.log_softmax(parts), labels[..., None], -1)
        return (embedding * given).mean() - chosen.mean()

    def updated(self, state, *batch):
        """Adam."""
        values, means, squares, count = state
        slopes = jax.grad(self.loss)(values, *batch)
        count = count + 1
        means = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, means, slopes)
        squares = jax.tree.map(lambda s, g: 0.999 * s + 0.001 * g * g, squares, slopes)
        rate = RATE * jnp.sqrt(1 - 0.999**count) / (1 - 0.9**count)
        values = jax.tree.map(lambda v, m, s: v - rate * m / (jnp.sqrt(s) + 1e-8), values, means, squares)
        return values, means, squares, count

    def step(self):
        start = time.perf_counter()
        self.state = jax.block_until_ready(self.update(self.state, self.lines, self.colours, self.given, self.labels))
        return time.perf_counter() - start


training = None
for line in sys.stdin:
    _, *numbers = line.split()
    if training is None:
        training = Training(*map(int, numbers))
        training.step()
    print(training.step(), flush=True)
