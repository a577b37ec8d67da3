"""Writes tensors for the tests to compare with."""
import json
import struct

import numpy


def write(path, tensors, metadata):
    """The safetensors format, of F32 tensors."""
    header, data = {"__metadata__": metadata}, b""
    for name in sorted(tensors):
        array = numpy.ascontiguousarray(tensors[name].detach().numpy().astype("<f4"))
        header[name] = {
            "dtype": "F32", "shape": list(tensors[name].shape),
            "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)
