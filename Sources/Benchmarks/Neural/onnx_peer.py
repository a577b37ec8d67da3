#!/usr/bin/env python3
"""The matcher's network in onnxruntime: the peer of `./nurie bench neural` for inference.

Needs onnx and onnxruntime from PyPI. Reads one task a line from standard input and answers each with one line:

    matcher WEIGHTS INPUT SIDE OUTPUT    seconds of a run, the median of five, its input the float32 numbers of INPUT, [1, 4, SIDE, SIDE];
                                         the embedding goes to OUTPUT in the same form
"""
import sys
import time

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from safetensors_reader import read


class Graph:
    """Nodes in a row; what each gives is named by its number."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants = weights, [], {}

    def constant(self, name, value):
        self.constants[name] = numpy_helper.from_array(value, name)
        return name

    def add(self, kind, *inputs, **attributes):
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def convolution(self, x, name, stride=1, relu=False):
        weight = self.weights[name + ".weight"]
        x = self.add(
            "Conv", x, self.constant(name + ".weight", weight), self.constant(name + ".bias", self.weights[name + ".bias"]),
            strides=[stride] * 2, pads=[weight.shape[2] // 2] * 4)
        return self.add("Relu", x) if relu else x

    def norm(self, x, name, groups=8):
        channels = len(self.weights[name + ".weight"])
        rows = self.add("Reshape", x, self.constant("rows", np.array([0, groups, -1], np.int64)))
        even = self.add(
            "InstanceNormalization", rows, self.constant("ones", np.ones(groups, np.float32)),
            self.constant("zeros", np.zeros(groups, np.float32)), epsilon=1e-5)
        back = self.add("Reshape", even, self.add("Shape", x))
        for kind, part in (("Mul", ".weight"), ("Add", ".bias")):
            value = self.weights[name + part].reshape(1, channels, 1, 1)
            back = self.add(kind, back, self.constant(name + part, value))
        return back

    def block(self, x, name):
        inner = self.convolution(self.norm(x, name + ".norm"), name + ".first", relu=True)
        return self.add("Add", x, self.convolution(inner, name + ".second"))

    def doubled(self, x):
        return self.add(
            "Resize", x, "", self.constant("scales", np.array([1, 1, 2, 2], np.float32)), mode="nearest",
            nearest_mode="floor", coordinate_transformation_mode="asymmetric")


def matcher(weights):
    """Sources/Networks/MatcherNetwork.swift, from coloured art to the embedding."""
    graph = Graph(weights)
    x = graph.convolution("input", "colourStem.first", stride=2, relu=True)
    x = graph.convolution(x, "colourStem.second", stride=2)
    scales = []
    for level, blocks in enumerate([1, 2, 2, 2]):
        if level > 0:
            name = f"trunk.coarser.{level - 1}"
            x = graph.convolution(graph.norm(x, name + ".norm"), name + ".convolution", stride=2)
        for block in range(blocks):
            x = graph.block(x, f"trunk.down.{level}.{block}")
        scales.append(x)
    for level in (2, 1, 0):
        name = f"trunk.narrower.{level}"
        coarse = graph.convolution(graph.norm(x, name + ".norm"), name + ".convolution")
        x = graph.block(graph.add("Add", scales[level], graph.doubled(coarse)), f"trunk.up.{level}")
    x = graph.convolution(graph.norm(x, "trunk.norm"), "embedding")
    length = graph.add("ReduceL2", x, graph.constant("channels", np.array([1], np.int64)), keepdims=1)
    output = graph.add("Div", x, length)
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "matcher", [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 4, None, None])],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, None)], list(graph.constants.values())),
        opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


sessions = {}
for line in sys.stdin:
    _, path, source, side, target = line.split()
    if path not in sessions:
        sessions[path] = matcher(read(path))
    picture = np.fromfile(source, np.float32).reshape(1, 4, int(side), int(side))
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        result = sessions[path].run(None, {"input": picture})[0]
        seconds.append(time.perf_counter() - start)
    result.astype(np.float32).tofile(target)
    print(sorted(seconds)[2], flush=True)
